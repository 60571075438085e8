//! Numbers as legal texts write them: `5`, `3.5万`, `二十五万`, `百分之五`.
//!
//! Only what can be read in one way is read. `三万五` is 35000 in speech and 30005 by its signs, so it
//! is no number here.

use super::Rational;

/// Reads the longest number at the start of `text`: its value and its length in bytes.
///
/// Arabic digits or Chinese numerals, with 百 千 万 亿, and fractions with 分之. A sign belonging to
/// a unit stays with it: `五千克` is 5 and `千克`. `None` if there is no number, or one that is
/// ambiguous or does not fit.
///
/// ```
/// use cailiang::value::{Rational, parse_number_prefix};
/// assert_eq!(parse_number_prefix("3.5万元"), Some((Rational::int(35_000), "3.5万".len())));
/// assert_eq!(parse_number_prefix("百分之五"), Some((Rational::new(1, 20).unwrap(), 12)));
/// assert_eq!(parse_number_prefix("三万五"), None);
/// ```
#[must_use]
pub fn parse_number_prefix(text: &str) -> Option<(Rational, usize)> {
    for (sign, whole) in [("百分之", 100), ("千分之", 1_000), ("万分之", 10_000)] {
        if let Some(rest) = text.strip_prefix(sign) {
            let (part, len) = plain(rest)?;
            return Some((part.div(Rational::int(whole)).ok()?, sign.len().checked_add(len)?));
        }
    }
    let (number, len) = plain(text)?;
    let rest = after(text, len)?;
    // 三分之一: the whole stands before, the part behind.
    if let Some(part_text) = rest.strip_prefix("分之") {
        let (part, part_len) = plain(part_text)?;
        let len = len.checked_add("分之".len())?.checked_add(part_len)?;
        return Some((part.div(number).ok()?, len));
    }
    Some((number, len))
}

/// The value of a single Chinese digit, also in the form used on cheques.
fn chinese_digit(sign: char) -> Option<i64> {
    Some(match sign {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// 十, 百 or 千 at the start of `text`, unless it is the first sign of a unit such as 千克.
fn small_multiplier(text: &str) -> Option<i64> {
    let mut signs = text.chars();
    let multiplier = match signs.next()? {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    };
    let of_unit: &[char] = match multiplier {
        1_000 => &['克', '米', '瓦', '卡', '帕', '伏', '赫', '焦'],
        100 => &['帕'],
        _ => &[],
    };
    match signs.next() {
        Some(next) if of_unit.contains(&next) => None,
        _ => Some(multiplier),
    }
}

fn big_multiplier(sign: char) -> Option<i64> {
    match sign {
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

fn after(text: &str, len: usize) -> Option<&str> {
    text.split_at_checked(len).map(|(_, rest)| rest)
}

fn plain(text: &str) -> Option<(Rational, usize)> {
    if text.starts_with(|first: char| first.is_ascii_digit()) { arabic(text) } else { chinese(text) }
}

/// `5`, `3.5万`, `2千万`, `1亿2000万`: terms of falling size.
fn arabic(text: &str) -> Option<(Rational, usize)> {
    let (mut sum, mut len, mut multiplier) = term(text)?;
    // Further terms: each smaller than the multiplier before it.
    while multiplier > Rational::ONE {
        let rest = after(text, len)?;
        if !rest.starts_with(|first: char| first.is_ascii_digit()) {
            break;
        }
        let (value, term_len, next) = term(rest)?;
        // `1万5` may be meant as 15000 or as 10005.
        if value >= multiplier || (next == Rational::ONE && term_len == 1) {
            return None;
        }
        sum = sum.add(value).ok()?;
        len = len.checked_add(term_len)?;
        multiplier = next;
    }
    Some((sum, len))
}

/// One run of digits with its multiplier: value, bytes, multiplier.
fn term(text: &str) -> Option<(Rational, usize, Rational)> {
    let digits = |t: &str| t.find(|c: char| !c.is_ascii_digit()).unwrap_or(t.len());
    let mut len = digits(text);
    if let Some(fraction) = after(text, len)?.strip_prefix('.') {
        let places = digits(fraction);
        if places > 0 {
            len = len.checked_add(1)?.checked_add(places)?;
        }
    }
    let number = Rational::parse(text.get(..len)?)?;
    let mut multiplier = Rational::ONE;
    // 千万, 百亿, 万亿: small before big, each at most once.
    let rest = after(text, len)?;
    if let Some(small) = small_multiplier(rest).filter(|small| *small >= 100) {
        multiplier = Rational::int(small);
        len = len.checked_add(rest.chars().next()?.len_utf8())?;
    }
    for big in ['万', '亿'] {
        if after(text, len)?.starts_with(big) {
            multiplier = multiplier.mul(Rational::int(big_multiplier(big)?)).ok()?;
            len = len.checked_add(big.len_utf8())?;
        }
    }
    Some((number.mul(multiplier).ok()?, len, multiplier))
}

/// A Chinese numeral while it is read: 亿, then 万, then the thousands and below.
#[derive(Default)]
struct Numeral {
    hundred_millions: i64, // already multiplied
    ten_thousands: i64,    // already multiplied
    section: i64,          // below 10000
    last: Option<i64>,     // multiplier just before, within the section
    gap: bool,             // 零 has been read since
    digit: Option<i64>,
}

fn chinese(text: &str) -> Option<(Rational, usize)> {
    let mut numeral = Numeral::default();
    for (at, sign) in text.char_indices() {
        let rest = after(text, at)?;
        if let Some(digit) = chinese_digit(sign) {
            // 两 opens a section or a place (两千两百); it never ends a number (一百两).
            if sign == '两' && numeral.section != 0 && !after(rest, sign.len_utf8())?.starts_with(['百', '千']) {
                return None;
            }
            numeral.push_digit(digit)?;
        } else if let Some(multiplier) = small_multiplier(rest) {
            numeral.push_small(multiplier)?;
        } else if let Some(multiplier) = big_multiplier(sign) {
            numeral.push_big(multiplier)?;
        } else if sign == '点' {
            return match decimals(rest) {
                Some((fraction, len)) => {
                    let number = Rational::int(numeral.finish()?).add(fraction).ok()?;
                    scaled(number, text, at.checked_add(len)?)
                }
                None => Some((Rational::int(numeral.finish()?), at)),
            };
        } else {
            return Some((Rational::int(numeral.finish()?), at));
        }
    }
    Some((Rational::int(numeral.finish()?), text.len()))
}

/// `点五` at the start of `text`: the fraction and its bytes.
fn decimals(text: &str) -> Option<(Rational, usize)> {
    let (mut fraction, mut place) = (Rational::ZERO, Rational::ONE);
    let mut len = '点'.len_utf8();
    for sign in text.chars().skip(1) {
        let Some(digit) = chinese_digit(sign).filter(|_| sign != '两') else {
            break;
        };
        place = place.div(Rational::int(10)).ok()?;
        fraction = fraction.add(Rational::int(digit).mul(place).ok()?).ok()?;
        len = len.checked_add(sign.len_utf8())?;
    }
    (place != Rational::ONE).then_some((fraction, len))
}

/// 一点五万: a multiplier behind the decimals.
fn scaled(number: Rational, text: &str, len: usize) -> Option<(Rational, usize)> {
    let Some(sign) = after(text, len)?.chars().next() else {
        return Some((number, len));
    };
    match big_multiplier(sign) {
        Some(multiplier) => Some((number.mul(Rational::int(multiplier)).ok()?, len.checked_add(sign.len_utf8())?)),
        None => Some((number, len)),
    }
}

impl Numeral {
    fn is_empty(&self) -> bool {
        self.hundred_millions == 0 && self.ten_thousands == 0 && self.section == 0
    }

    fn push_digit(&mut self, digit: i64) -> Option<()> {
        // 二五 is a row of digits, not a number.
        if self.digit.is_some() {
            return None;
        }
        if digit == 0 && !self.is_empty() {
            self.gap = true;
        } else {
            self.digit = Some(digit);
        }
        Some(())
    }

    fn push_small(&mut self, multiplier: i64) -> Option<()> {
        if self.last.is_some_and(|last| multiplier >= last) {
            return None;
        }
        // 十五 and 一百十五 leave out the one; 百 and 千 never do.
        let count = match self.digit.take() {
            Some(0) => return None,
            Some(digit) => digit,
            None if multiplier == 10 => 1,
            None => return None,
        };
        self.section = self.section.checked_add(count.checked_mul(multiplier)?)?;
        self.last = Some(multiplier);
        self.gap = false;
        Some(())
    }

    fn push_big(&mut self, multiplier: i64) -> Option<()> {
        let section = self.take_section()?;
        if multiplier == 10_000 {
            if section == 0 || self.ten_thousands != 0 {
                return None;
            }
            self.ten_thousands = section.checked_mul(multiplier)?;
        } else {
            let count = self.ten_thousands.checked_add(section)?;
            if count == 0 || self.hundred_millions != 0 {
                return None;
            }
            self.hundred_millions = count.checked_mul(multiplier)?;
            self.ten_thousands = 0;
        }
        Some(())
    }

    /// Closes the part below 10000; its last digit must have a clear place.
    fn take_section(&mut self) -> Option<i64> {
        let Some(digit) = self.digit.take() else {
            let section = self.section;
            // 一百零: nothing after the gap.
            if self.gap {
                return None;
            }
            (self.section, self.last) = (0, None);
            return Some(section);
        };
        let place_is_clear = self.gap || self.last == Some(10) || self.is_empty();
        if !place_is_clear {
            return None;
        }
        let section = self.section.checked_add(digit)?;
        (self.section, self.last, self.gap) = (0, None, false);
        Some(section)
    }

    fn finish(mut self) -> Option<i64> {
        let nothing = self.is_empty() && self.digit.is_none();
        let section = self.take_section()?;
        let number = self.hundred_millions.checked_add(self.ten_thousands)?.checked_add(section)?;
        (!nothing).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_where_they_end() {
        for (text, value, read) in [
            ("5", "5", "5"),
            ("9999.99元", "9999.99", "9999.99"),
            ("5.元", "5", "5"),
            ("5万元", "50000", "5万"),
            ("3.5万元", "35000", "3.5万"),
            ("2千万元", "20000000", "2千万"),
            ("5百元", "500", "5百"),
            ("1万亿", "1000000000000", "1万亿"),
            ("1亿2000万元", "120000000", "1亿2000万"),
            ("1万5千元", "15000", "1万5千"),
            ("5千克", "5", "5"),
            ("5千元", "5000", "5千"),
            ("十", "10", "十"),
            ("十五日", "15", "十五"),
            ("二十五万元", "250000", "二十五万"),
            ("一百二十", "120", "一百二十"),
            ("一百零五", "105", "一百零五"),
            ("一百一十", "110", "一百一十"),
            ("一千零五十", "1050", "一千零五十"),
            ("一万零五百元", "10500", "一万零五百"),
            ("二百零五万", "2050000", "二百零五万"),
            ("一亿二千万元", "120000000", "一亿二千万"),
            ("一亿零五万", "100050000", "一亿零五万"),
            ("三万亿元", "3000000000000", "三万亿"),
            ("两", "2", "两"),
            ("两万元", "20000", "两万"),
            ("两千两百元", "2200", "两千两百"),
            ("两个月", "2", "两"),
            ("五千克", "5", "五"),
            ("五百米", "500", "五百"),
            ("二十千瓦", "20", "二十"),
            ("零", "0", "零"),
            ("〇", "0", "〇"),
            ("一点五倍", "1.5", "一点五"),
            ("零点零五", "0.05", "零点零五"),
            ("一点五万元", "15000", "一点五万"),
            ("三点以后", "3", "三"),
            ("伍仟元", "5000", "伍仟"),
            ("百分之五", "0.05", "百分之五"),
            ("百分之五十以下", "0.5", "百分之五十"),
            ("百分之一百五十", "1.5", "百分之一百五十"),
            ("百分之5", "0.05", "百分之5"),
            ("千分之三", "0.003", "千分之三"),
            ("万分之五", "0.0005", "万分之五"),
            ("三分之一以上", "1/3", "三分之一"),
            ("一般", "1", "一"),
        ] {
            let (number, len) = parse_number_prefix(text).unwrap_or_else(|| panic!("{text} is no number"));
            assert_eq!((number.to_string().as_str(), text.split_at(len).0), (value, read), "{text}");
        }
    }

    #[test]
    fn what_is_not_one_number_is_none() {
        for text in [
            "",
            "元",
            "百元",
            "万元",
            "千",
            "-5",
            ".5",
            "５",
            "二五",
            "三万五",
            "一百二",
            "十百",
            "一百零",
            "一万一亿万",
            "1万5",
            "1万2万",
            "百分之",
            "百分之元",
            "零百",
            "三分之",
            "零分之一",
            "一百两",
            "999999999999999999999999999999999999999999",
        ] {
            assert_eq!(parse_number_prefix(text), None, "{text}");
        }
    }
}
