//! Days and years by hand.

use crate::program::Random;

/// Year, month, day.
pub(crate) type Day = (i32, u32, u32);

/// As written.
pub(crate) fn text((y, m, d): Day) -> String {
    format!("{y:04}-{m:02}-{d:02}")
}

fn leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The days of a month.
pub(crate) fn days_of(year: i32, month: u32) -> u32 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The same day some years later (or earlier); where there is none, the last of the month (民法典 第二百零二条).
pub(crate) fn years((y, m, d): Day, by: i32) -> Day {
    (y + by, m, d.min(days_of(y + by, m)))
}

/// Some days later or earlier.
pub(crate) fn days((mut y, mut m, mut d): Day, by: i32) -> Day {
    for _ in 0..by.abs() {
        if by > 0 {
            d += 1;
            if d > days_of(y, m) {
                (d, m) = (1, m + 1);
            }
            if m > 12 {
                (m, y) = (1, y + 1);
            }
        } else {
            d -= 1;
            if d == 0 {
                m -= 1;
                if m == 0 {
                    (m, y) = (12, y - 1);
                }
                d = days_of(y, m);
            }
        }
    }
    (y, m, d)
}

/// A day of the act, often a leap day or its neighbours.
pub(crate) fn act(random: &mut Random) -> Day {
    let special = [(2024, 2, 28), (2024, 2, 29), (2024, 3, 1), (2025, 2, 28), (2025, 3, 1), (2024, 12, 31)];
    if random.below(3) == 0 {
        return random.pick(&special);
    }
    let (year, month) = (2024 + random.below(2) as i32, 1 + random.below(12) as u32);
    (year, month, 1 + random.below(days_of(year, month) as usize) as u32)
}

/// A day near `years` before the act, or anywhere in between, or on the day itself.
pub(crate) fn earlier(random: &mut Random, act: Day, before: i32) -> Day {
    match random.below(8) {
        0 => act,
        1 => days(act, -1),
        2 | 3 => days(act, -(random.below(800) as i32)),
        _ => days(years(act, -before), random.below(5) as i32 - 2),
    }
}
