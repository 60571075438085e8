//! Units as Chinese legal texts write them, and what they measure.
//!
//! A unit has a dimension, which decides what may be added to what, and a scale into that
//! dimension's base unit: 万元 is 10000 of the dimension 元. Days and months are different
//! dimensions, since no number of days is a month.

use std::fmt;
use std::sync::Arc;

use super::Rational;
use crate::gather::Gather as _;

/// What a base unit measures.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Money, in 元.
    Money,
    /// Days, in 日.
    Day,
    /// Working days, in 工作日; how many days they are, only a calendar says.
    WorkingDay,
    /// Calendar months, in 个月; a year is 12.
    Month,
    /// Mass, in 千克.
    Mass,
    /// Length, in 米.
    Length,
    /// Area, in 平方米.
    Area,
    /// Volume, in 立方米.
    Volume,
    /// Time of a clock, in 小时.
    Hour,
    /// Points on a record (记分), in 分.
    Point,
    /// A unit the engine does not know, measured in itself.
    Other(Arc<str>),
}

impl fmt::Display for Base {
    /// The Chinese name of the base unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Money => "元",
            Self::Day => "日",
            Self::WorkingDay => "工作日",
            Self::Month => "个月",
            Self::Mass => "千克",
            Self::Length => "米",
            Self::Area => "平方米",
            Self::Volume => "立方米",
            Self::Hour => "小时",
            Self::Point => "分",
            Self::Other(name) => name,
        })
    }
}

/// A product of powers of base units; two numbers may be added only if theirs are equal.
///
/// ```
/// use cailiang::value::{Base, Dimension};
/// let price = Dimension::of(Base::Money).div(&Dimension::of(Base::Mass));
/// assert_eq!(price.to_string(), "元/千克");
/// assert!(price.div(&price).is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(Vec<(Base, i8)>); // sorted by base, no power 0, so that equality is that of the dimension

impl Dimension {
    /// The dimension of a plain number.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The dimension of one base unit.
    #[must_use]
    pub fn of(base: Base) -> Self {
        Self(vec![(base, 1)])
    }

    /// Whether this is the dimension of a plain number.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// The dimension of a product.
    #[must_use]
    pub fn mul(&self, other: &Self) -> Self {
        self.combine(other, i8::saturating_add)
    }

    /// The dimension of a quotient.
    #[must_use]
    pub fn div(&self, other: &Self) -> Self {
        self.combine(other, i8::saturating_sub)
    }

    fn combine(&self, other: &Self, step: fn(i8, i8) -> i8) -> Self {
        let mut powers = self.0.clone();
        for (base, power) in &other.0 {
            match powers.iter_mut().find(|(known, _)| known == base) {
                Some((_, known)) => *known = step(*known, *power),
                None => powers.push((base.clone(), step(0, *power))),
            }
        }
        powers.retain(|(_, power)| *power != 0);
        powers.sort_unstable();
        Self(powers)
    }
}

impl fmt::Display for Dimension {
    /// `元`, `元/千克`, `元·日`, `1/日`, `米^2`, or `无单位` for a plain number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return f.write_str("无单位");
        }
        let (above, below): (Vec<_>, Vec<_>) = self.0.iter().partition(|(_, power)| *power > 0);
        let product = |powers: Vec<&(Base, i8)>| {
            let names: Vec<String> = powers
                .iter()
                .map(|(base, power)| match power.unsigned_abs() {
                    1 => base.to_string(),
                    power => format!("{base}^{power}"),
                })
                .gather();
            names.join("·")
        };
        f.write_str(&if above.is_empty() { "1".to_owned() } else { product(above) })?;
        for part in below {
            write!(f, "/{}", product(vec![part]))?;
        }
        Ok(())
    }
}

/// A unit as written: its name, its dimension, and how many base units one of it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The name as written; empty for a plain number.
    pub name: Arc<str>,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units of the dimension one of it is; above 0.
    pub scale: Rational,
}

impl Unit {
    /// The unit of a plain number: no name, no dimension, scale 1.
    #[must_use]
    pub fn none() -> Self {
        Self { name: Arc::from(""), dimension: Dimension::none(), scale: Rational::ONE }
    }

    /// The unit of this name; one that is not known is a dimension of its own with scale 1.
    ///
    /// A name with `/` is a quotient of units: `元/吨`.
    ///
    /// ```
    /// use cailiang::value::{Base, Dimension, Unit};
    /// assert_eq!(Unit::parse("箱").dimension, Dimension::of(Base::Other("箱".into())));
    /// assert_eq!(Unit::parse("万元").scale.to_string(), "10000");
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let unknown = || Self {
            name: Arc::from(name),
            dimension: Dimension::of(Base::Other(Arc::from(name))),
            scale: Rational::ONE,
        };
        if let Some(known) = Self::known(name) {
            return known;
        }
        match name.split_once('/') {
            Some((above, below)) if !above.is_empty() && !below.is_empty() => {
                Self::quotient(name, Self::parse(above), Self::parse(below)).unwrap_or_else(unknown)
            }
            _ => unknown(),
        }
    }

    /// The unit of this name, or `None` if it, or a part of a quotient, is not known.
    #[must_use]
    pub fn known(name: &str) -> Option<Self> {
        if let Some((above, below)) = name.split_once('/') {
            return Self::quotient(name, Self::known(above)?, Self::known(below)?);
        }
        let (base, num, den) = simple(name)?;
        Some(Self {
            name: Arc::from(name),
            dimension: base.map_or_else(Dimension::none, Dimension::of),
            scale: Rational::new(num, den).ok()?,
        })
    }

    fn quotient(name: &str, above: Self, below: Self) -> Option<Self> {
        Some(Self {
            name: Arc::from(name),
            dimension: above.dimension.div(&below.dimension),
            scale: above.scale.div(below.scale).ok()?,
        })
    }
}

/// Base (none for a plain number) and scale, as numerator and denominator, of every unit known by name.
fn simple(name: &str) -> Option<(Option<Base>, i128, i128)> {
    let (base, num, den) = match name {
        "元" => (Base::Money, 1, 1),
        "角" => (Base::Money, 1, 10),
        "百元" => (Base::Money, 100, 1),
        "千元" => (Base::Money, 1_000, 1),
        "万元" => (Base::Money, 10_000, 1),
        "百万元" => (Base::Money, 1_000_000, 1),
        "千万元" => (Base::Money, 10_000_000, 1),
        "亿元" => (Base::Money, 100_000_000, 1),
        "日" | "天" => (Base::Day, 1, 1),
        "工作日" | "个工作日" => (Base::WorkingDay, 1, 1),
        "月" | "个月" => (Base::Month, 1, 1),
        "年" => (Base::Month, 12, 1),
        "小时" => (Base::Hour, 1, 1),
        "分钟" => (Base::Hour, 1, 60),
        "毫克" => (Base::Mass, 1, 1_000_000),
        "克" => (Base::Mass, 1, 1_000),
        "千克" | "公斤" => (Base::Mass, 1, 1),
        "吨" => (Base::Mass, 1_000, 1),
        "毫米" => (Base::Length, 1, 1_000),
        "厘米" => (Base::Length, 1, 100),
        "米" => (Base::Length, 1, 1),
        "公里" | "千米" => (Base::Length, 1_000, 1),
        "平方米" | "㎡" | "m²" => (Base::Area, 1, 1),
        "公顷" => (Base::Area, 10_000, 1),
        "亩" => (Base::Area, 2_000, 3),
        "立方米" | "m³" => (Base::Volume, 1, 1),
        "升" => (Base::Volume, 1, 1_000),
        "毫升" => (Base::Volume, 1, 1_000_000),
        "分" => (Base::Point, 1, 1),
        "%" => return Some((None, 1, 100)),
        "‰" => return Some((None, 1, 1_000)),
        "倍" => return Some((None, 1, 1)),
        // Counters say what is counted, not how: 3家 and 3户 may be compared.
        "个" | "次" | "人" | "处" | "起" | "份" | "项" | "家" | "辆" | "只" | "头" | "株" | "户" | "件" | "批"
        | "名" | "台" | "条" | "艘" | "间" | "座" | "张" | "根" | "块" | "场" | "种" | "人次" | "处次" =>
        {
            return Some((None, 1, 1));
        }
        _ => return None,
    };
    Some((Some(base), num, den))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_units_have_their_scale_and_dimension() {
        for (name, scale, dimension) in [
            ("亿元", "100000000", "元"),
            ("角", "0.1", "元"),
            ("天", "1", "日"),
            ("个工作日", "1", "工作日"),
            ("年", "12", "个月"),
            ("分钟", "1/60", "小时"),
            ("分", "1", "分"),
            ("克", "0.001", "千克"),
            ("千米", "1000", "米"),
            ("亩", "2000/3", "平方米"),
            ("毫升", "0.000001", "立方米"),
            ("%", "0.01", "无单位"),
            ("‰", "0.001", "无单位"),
            ("人次", "1", "无单位"),
            ("元/吨", "0.001", "元/千克"),
            ("万元/亩", "15", "元/平方米"),
            ("次/日", "1", "1/日"),
        ] {
            let unit = Unit::known(name).unwrap();
            assert_eq!((unit.scale.to_string().as_str(), unit.dimension.to_string().as_str()), (scale, dimension));
            assert_eq!((&*unit.name, &Unit::parse(name)), (name, &unit));
        }
        for name in ["", "箱", "周", "季度", "元万", "元/", "元/箱"] {
            assert_eq!(Unit::known(name), None, "{name}");
        }
        assert_eq!(Unit::parse("元/箱").dimension.to_string(), "元/箱");
        assert_eq!(Unit::parse("元/").dimension, Dimension::of(Base::Other("元/".into())));
    }

    #[test]
    fn dimensions_cancel_and_do_not_depend_on_the_order() {
        let [money, day, mass] = [Base::Money, Base::Day, Base::Mass].map(Dimension::of);
        assert_eq!(day.mul(&money), money.mul(&day));
        assert_eq!(money.mul(&day).to_string(), "元·日");
        assert_eq!(money.div(&day).div(&mass).to_string(), "元/日/千克");
        assert_eq!(money.div(&day).mul(&day), money);
        assert_eq!(day.mul(&day).to_string(), "日^2");
        assert_eq!(Dimension::none().div(&day).to_string(), "1/日");
        assert!(Dimension::none().is_none() && money.div(&money).is_none());
    }
}
