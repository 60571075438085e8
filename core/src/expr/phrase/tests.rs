//! Ranges as statutes write them, and the slips a typist makes.

use super::*;

fn show(range: &LegalRange) -> String {
    let lo = match range.interval.lo() {
        Bound::Inclusive(v) => format!("[{v}"),
        Bound::Exclusive(v) => format!("({v}"),
        Bound::Unbounded => "(".into(),
    };
    let hi = match range.interval.hi() {
        Bound::Inclusive(v) => format!("{v}]"),
        Bound::Exclusive(v) => format!("{v})"),
        Bound::Unbounded => ")".into(),
    };
    format!("{lo},{hi}{}", range.unit.name)
}

#[test]
fn statutory_ranges() {
    for (text, expected) in [
        ("五万元以上十万元以下", "[50000,100000]元"),
        ("5万元以上10万元以下", "[50000,100000]元"),
        (" 5 万元以上　10万元 以下", "[50000,100000]元"),
        ("5000元以上1万元以下", "[5000,10000]元"),
        ("20000元以上100000元以下", "[20000,100000]元"),
        ("百万元以上", ""),
        ("5百万元以上", "[5000000,)元"),
        ("百分之一以上百分之五以下", "[0.01,0.05]%"),
        ("百分之五十以下", "(0,0.5]%"),
        ("千分之三以下", "(0,0.003]‰"),
        ("1%以上5%以下", "[0.01,0.05]%"),
        ("50%以上2倍以下", "[0.5,2]%"),
        ("三分之一以上", "[1/3,)"),
        ("三分之一以上二分之一以下", "[1/3,0.5]"),
        ("10倍以上20倍以下", "[10,20]倍"),
        ("一倍以上五倍以下", "[1,5]倍"),
        ("1倍以上3倍以下", "[1,3]倍"),
        ("0.5倍以上1倍以下", "[0.5,1]倍"),
        ("2万元以下", "(0,20000]元"),
        ("1000元以上", "[1000,)元"),
        ("0元以上5万元以下", "[0,50000]元"),
        ("5万元以上5万元以下", "[50000,50000]元"),
        ("三个月以上六个月以下", "[3,6]个月"),
        ("六个月以上一年以下", "[6,12]个月"),
        ("五日以上十日以下", "[5,10]日"),
        ("10日以内", "(0,10]日"),
        ("100米以外", "(100,)米"),
        ("不满3000元", "(0,3000)元"),
        ("货值金额不满3000元", ""),
        ("超过2万元不满5万元", "(20000,50000)元"),
        ("超过2万元5万元以下", "(20000,50000]元"),
        ("超过两万元且不超过五万元", "(20000,50000]元"),
        ("5万元以上，不足10万元", "[50000,100000)元"),
        ("三个月以上不满一年", "[3,12)个月"),
        ("不低于30日", "[30,)日"),
        ("逾60日", "(60,)日"),
        ("5千克以上1吨以下", "[5,1000]千克"),
        ("2公顷以上10公顷以下", "[20000,100000]公顷"),
        ("100元/平方米以上200元/平方米以下", "[100,200]元/平方米"),
        ("5箱以上10箱以下", "[5,10]箱"),
        ("三个以上", "[3,)个"),
        ("3以上5以下", "[3,5]"),
        ("5-10万元", ""),
        ("县级以上人民政府", ""),
        ("逾期不改正", ""),
        ("五万元", ""),
        ("", ""),
        ("2万元以上数 * 2", ""),
        ("10%..40%", ""),
    ] {
        let read = parse_legal_range(text, &Phrases::default()).unwrap_or_else(|e| panic!("{text}: {e:?}"));
        assert_eq!(read.as_ref().map(show).unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn which_ends_are_stated() {
    for (text, has_min, has_max) in
        [("2万元以下", false, true), ("1000元以上", true, false), ("1元以上2元以下", true, true)]
    {
        let range = parse_legal_range(text, &Phrases::default()).unwrap().unwrap();
        assert_eq!((range.has_min, range.has_max), (has_min, has_max), "{text}");
    }
}

#[test]
fn malformed_ranges_say_where_and_what() {
    for (text, at, message) in [
        ("45万元以上60万元以上", "以上", "the range has two lower ends"),
        ("不满5万元10万元以下", "以下", "the range has two upper ends"),
        ("10万元以下5万元以上", "以下5", "the upper end stands before the lower end"),
        ("2.5元万以上3.5万元以下", "元万以上", "`万` stands after the unit in `元万`"),
        ("1000元以2000元以下", "以2000", "`以` needs `上`, `下`, `内` or `外` after it"),
        ("1000元2000元以下", "2000元", "no phrase such as `以上` or `以下` stands after `1000元`"),
        ("5-10万元以下", "-10", "`-` is not a unit"),
        ("10万元以上5万元以下", "10万", "the lower end `10万元` is above the upper end `5万元`"),
        ("超过5万元不满5万元", "5万元不", "the range is empty: no number lies between `5万元` and `5万元`"),
        ("5日以上10个月以下", "个月", "the ends have different units: `日` and `个月`"),
        ("3次以上5倍以下", "倍", "the ends have different units: `次` and `倍`"),
        ("5以上10万元以下", "以上10", "`5` has no unit, `10万元` has `元`"),
        ("5万元以上10万以下", "以下", "`10万` has no unit, `5万元` has `元`"),
        ("5万元以上10万元", "", "no phrase such as `以上` or `以下` stands after `10万元`"),
        ("5万元以上10万元以下的罚款", "的罚款", "`的罚款` stands after both ends of the range"),
        ("三年以上有期徒刑", "有期", "`有期徒刑` does not belong to the range"),
        ("超过5万元以上", "以上", "`5万元` has a phrase before it and `以上` after it"),
        ("一年半以上", "年半", "`半` in `年半` is no exact number"),
        ("百分之五元以上", "元以上", "`元` stands after a fraction of a whole"),
        ("0元以下", "0元", "nothing above 0 lies below `0元`"),
        ("5万元（含）以上", "元（", "`元（含）` is not a unit"),
    ] {
        let error = parse_legal_range(text, &Phrases::default()).expect_err(text);
        let expected_at = if at.is_empty() { text.len() } else { text.rfind(at).unwrap() };
        assert_eq!(error.message, message, "{text}");
        assert_eq!(error.offset, expected_at, "{text}: {}", error.message);
        assert!(error.help.is_some(), "{text}");
    }
    // spaces do not move the place
    let error = parse_legal_range(" 45 万元以上 60万元 以上", &Phrases::default()).unwrap_err();
    assert_eq!(error.offset, " 45 万元以上 60万元 ".len());
}

#[test]
fn a_document_has_its_own_reading() {
    let mut phrases = Phrases::default();
    phrases.set("以下", false).unwrap();
    phrases.set("超过", true).unwrap();
    let read = |text: &str| show(&parse_legal_range(text, &phrases).unwrap().unwrap());
    assert_eq!(read("2万元以上20万元以下"), "[20000,200000)元");
    assert_eq!(read("超过2万元"), "[20000,)元");
    assert_eq!(read("不超过2万元"), "(0,20000)元");
    assert_eq!(phrases.is_inclusive("以下"), Some(false));
    assert_eq!(phrases.set("左右", true).unwrap_err().word, "左右");
    assert_eq!(Phrases::words().len(), 15);
}
