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

    /// What a list makes a difference to if any of these is not alike: each combination that can be, with the first
    /// that can be of those that take the same values of all other lists.
    #[inline(never)] // it is called from two places, one of which is compiled to be quick
    pub(crate) fn pairs(&self, list: usize, can_be: &[bool]) -> Vec<(usize, usize)> {
        let (before, from) = self.counts.split_at(list.min(self.counts.len()));
        let stride = before.iter().fold(1usize, |stride, count| stride.saturating_mul(*count));
        let count = from.first().copied().unwrap_or(1);
        let can = |number: usize| can_be.get(number) == Some(&true);
        let mut found = Vec::new();
        for number in (0..self.size).filter(|number| can(*number)) {
            let own = number.checked_div(stride).and_then(|n| n.checked_rem(count)).unwrap_or(0);
            let start = number.saturating_sub(own.saturating_mul(stride));
            let mut line = (0..count).map(|position| start.saturating_add(position.saturating_mul(stride)));
            let first = line.find(|first| can(*first)).filter(|first| *first != number);
            found.extend(first.map(|first| (first, number)));
        }
        found
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
        // 0 1 | 2 3 | 4 5: a line of the first list has two, one of the second three.
        assert_eq!(all.pairs(0, &[true; 6]), [(0, 1), (2, 3), (4, 5)]);
        assert_eq!(all.pairs(1, &[true; 6]), [(0, 2), (1, 3), (0, 4), (1, 5)]);
        // The first of a line is the first that can be.
        let odd_but_one = [false, false, false, true, false, true];
        assert_eq!(all.pairs(1, &odd_but_one), [(3, 5)]);
        assert_eq!(all.pairs(0, &odd_but_one), []);
    }
}
