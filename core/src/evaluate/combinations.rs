//! Values of several open things looked at one by one: how many combinations there are, and which values each takes.

/// The combinations of some lists of values, at most so many.
pub(crate) struct Combinations {
    most: usize,
    size: usize,
    counts: Vec<usize>,
}

impl Combinations {
    pub(crate) fn at_most(most: usize) -> Self {
        Self { most, size: 1, counts: Vec::new() }
    }

    /// Takes in a list of so many values, unless there is no choice in it or there would be too many combinations.
    pub(crate) fn take(&mut self, count: usize) -> bool {
        let Some(size) = self.size.checked_mul(count).filter(|size| *size <= self.most && count > 1) else {
            return false;
        };
        self.size = size;
        self.counts.push(count);
        true
    }

    /// How many there are; one where nothing was taken in.
    pub(crate) fn len(&self) -> usize {
        self.size
    }

    /// Which value of each list a combination takes; those of the first list change fastest.
    pub(crate) fn positions(&self, mut number: usize) -> impl Iterator<Item = usize> {
        self.counts.iter().map(move |count| {
            let position = number.checked_rem(*count).unwrap_or(0);
            number = number.checked_div(*count).unwrap_or(0);
            position
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_comes_once_and_none_beyond_the_most() {
        let mut all = Combinations::at_most(6);
        assert_eq!([2, 1, 4, 3].map(|count| all.take(count)), [true, false, false, true]);
        let found: Vec<Vec<usize>> = (0..all.len()).map(|number| all.positions(number).collect()).collect();
        assert_eq!(found, [[0, 0], [1, 0], [0, 1], [1, 1], [0, 2], [1, 2]]);
    }
}
