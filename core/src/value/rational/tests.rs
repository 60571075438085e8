//! Edges of parsing, arithmetic, rounding, order and text.

use super::*;

fn r(text: &str) -> Rational {
    match text.split_once('/') {
        Some((n, d)) => Rational::new(n.parse().unwrap(), d.parse().unwrap()).unwrap(),
        None => Rational::parse(text).unwrap(),
    }
}

const MAX: i128 = i128::MAX;

#[test]
fn parse_takes_plain_decimals_only() {
    for (text, shown) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("007", "7"),
        ("0.30", "0.3"),
        ("9999.99", "9999.99"),
        ("-5", "-5"),
        ("-0.05", "-0.05"),
        ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
        ("-170141183460469231731687303715884105727", "-170141183460469231731687303715884105727"),
        ("1.0000000000000000000000000000000000000000000000", "1"),
        ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    ] {
        assert_eq!(Rational::parse(text).unwrap().to_string(), shown);
    }
    for text in [
        "",
        "-",
        "+1",
        ".5",
        "5.",
        "-.5",
        "1e3",
        "1,000",
        " 1",
        "1 ",
        "1.2.3",
        "--1",
        "1.-2",
        "１",
        "五",
        "0x1",
        "170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105728",
        "0.000000000000000000000000000000000000001",
    ] {
        assert_eq!(Rational::parse(text), None, "{text}");
    }
}

#[test]
fn arithmetic_is_exact_and_canonical() {
    for (a, op, b, expected) in [
        ("0.1", '+', "0.2", "0.3"),
        ("1/6", '+', "1/3", "0.5"),
        ("1/6", '+', "1/10", "4/15"),
        ("1/6", '-', "1/6", "0"),
        ("3", '-', "1/3", "8/3"),
        ("2/3", '*', "3/4", "0.5"),
        ("-2/3", '*', "3", "-2"),
        ("0", '*', "1/7", "0"),
        ("30000", '/', "700000", "3/70"),
        ("1", '/', "-3", "-1/3"),
        ("-1/3", '/', "-1/6", "2"),
    ] {
        let (a, b) = (r(a), r(b));
        let result = match op {
            '+' => a.add(b),
            '-' => a.sub(b),
            '*' => a.mul(b),
            _ => a.div(b),
        };
        assert_eq!(result, Ok(r(expected)), "{a} {op} {b}");
    }
}

#[test]
fn overflow_and_zero_are_errors() {
    let max = Rational::new(MAX, 1).unwrap();
    let tiny = Rational::new(1, MAX).unwrap();
    assert_eq!(max.add(Rational::ONE), Err(Overflow));
    assert_eq!(max.neg().sub(Rational::ONE), Err(Overflow)); // would be i128::MIN
    assert_eq!(max.mul(Rational::int(2)), Err(Overflow));
    assert_eq!(tiny.mul(tiny), Err(Overflow));
    assert_eq!(max.mul(tiny), Ok(Rational::ONE));
    assert_eq!(max.div(Rational::ZERO), Err(DivisionByZero));
    assert_eq!(Rational::new(1, 0), Err(DivisionByZero));
    assert_eq!(Rational::new(i128::MIN, i128::MIN), Ok(Rational::ONE));
    assert_eq!(Rational::new(i128::MIN, 2).unwrap().to_i128(), Some(i128::MIN / 2));
    assert_eq!(Rational::new(1, i128::MIN), Err(Overflow));
    assert_eq!(max.neg().neg(), max);
}

#[test]
fn rounding_modes_at_the_half_on_both_sides_of_zero() {
    for (value, to, up, even, above, below) in [
        ("0.5", "1", "1", "0", "1", "0"),
        ("1.5", "1", "2", "2", "2", "1"),
        ("-0.5", "1", "-1", "0", "0", "-1"),
        ("-1.5", "1", "-2", "-2", "-1", "-2"),
        ("-2.5", "1", "-3", "-2", "-2", "-3"),
        ("2.4999", "1", "2", "2", "3", "2"),
        ("1/3", "0.01", "0.33", "0.33", "0.34", "0.33"),
        ("1250", "100", "1300", "1200", "1300", "1200"),
        ("1200", "-100", "1200", "1200", "1200", "1200"),
        ("5.3", "0.5", "5.5", "5.5", "5.5", "5"),
    ] {
        let rounded = |mode| r(value).round(mode, r(to)).unwrap();
        assert_eq!(rounded(Rounding::HalfUp), r(up), "{value} half up");
        assert_eq!(rounded(Rounding::HalfEven), r(even), "{value} half even");
        assert_eq!(rounded(Rounding::Up), r(above), "{value} up");
        assert_eq!(rounded(Rounding::Down), r(below), "{value} down");
    }
    assert_eq!(Rational::ONE.round(Rounding::Up, Rational::ZERO), Err(DivisionByZero));
    assert_eq!((r("-7/2").floor(), r("-7/2").ceil()), (r("-4"), r("-3")));
    assert_eq!(Rational::new(MAX, 2).unwrap().ceil().to_i128(), Some(MAX / 2 + 1));
}

#[test]
fn order_is_right_where_cross_multiplication_overflows() {
    let ascending = [
        Rational::new(-MAX, 1),
        Rational::new(-MAX, 2),
        Rational::new(1 - MAX, MAX - 2),
        Rational::new(-1, 1),
        Rational::new(2 - MAX, MAX),
        Rational::new(-1, MAX - 1),
        Rational::new(-1, MAX),
        Rational::new(0, 1),
        Rational::new(1, MAX),
        Rational::new(1, MAX - 1),
        Rational::new(1, 3),
        Rational::new(MAX / 3 + 1, MAX),
        Rational::new(MAX - 2, MAX - 1),
        Rational::new(MAX - 1, MAX),
        Rational::new(1, 1),
        Rational::new(MAX, MAX - 1),
        Rational::new(MAX - 1, MAX - 2),
        Rational::new(MAX, 1),
    ]
    .map(Result::unwrap);
    for (i, a) in ascending.iter().enumerate() {
        for (j, b) in ascending.iter().enumerate() {
            assert_eq!(a.cmp(b), i.cmp(&j), "{a} {b}");
            let parts = compare_by_parts((a.num, a.den), (b.num, b.den));
            assert_eq!(parts, i.cmp(&j), "{a} {b}");
        }
    }
}

#[test]
fn conversions_and_text() {
    assert_eq!(Rational::from(Decimal::new(-1_250, 3)), r("-1.25"));
    assert_eq!(Rational::from(Decimal::MAX).to_decimal(), Some(Decimal::MAX));
    assert_eq!(r("0.005").to_decimal(), Some(Decimal::new(5, 3)));
    assert_eq!(r("1/3").to_decimal(), None);
    assert_eq!(r("9223372036854775808").to_i64(), None);
    assert_eq!(r("-9223372036854775808").to_i64(), Some(i64::MIN));
    assert_eq!(r("0.5").to_i128(), None);
    // the longest denominators: the digits themselves are the exact power of five
    let deep = Rational::new(-1, 1 << 126).unwrap().to_string();
    assert!(deep.starts_with("-0.00000000000000000000000000000000000001175494350822"), "{deep}");
    assert!(deep.ends_with("5625") && deep.len() == 3 + 126);
    let long = Rational::new((1 << 126) - 1, 1 << 126).unwrap().to_string();
    assert!(long.starts_with("0.99999999999999999999999999999999999998824505"), "{long}");
}
