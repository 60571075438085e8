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

    /// Whether a combination differs from the first that takes the same values of all other lists: what `same` says of
    /// two numbers. A combination that cannot be, `there` says, is passed over.
    pub(crate) fn matters(
        &self,
        list: usize,
        there: &dyn Fn(usize) -> bool,
        same: &dyn Fn(usize, usize) -> bool,
    ) -> bool {
        let (before, from) = self.counts.split_at(list.min(self.counts.len()));
        let stride = before.iter().fold(1usize, |stride, count| stride.saturating_mul(*count));
        let count = from.first().copied().unwrap_or(1);
        (0..self.size).filter(|number| there(*number)).any(|number| {
            let own = number.checked_div(stride).and_then(|n| n.checked_rem(count)).unwrap_or(0);
            let start = number.saturating_sub(own.saturating_mul(stride));
            let line = (0..count).map(|position| start.saturating_add(position.saturating_mul(stride)));
            line.into_iter().find(|first| there(*first)).is_some_and(|first| first != number && !same(first, number))
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
        // The second list alone makes the result, but for what cannot be: with it, nothing does.
        let second = |a: usize, b: usize| a.div_euclid(2) == b.div_euclid(2);
        assert_eq!([0, 1].map(|list| all.matters(list, &|_| true, &second)), [false, true]);
        assert_eq!([0, 1].map(|list| all.matters(list, &|number| number < 2, &second)), [false, false]);
        // The first of a line is the first that can be: 3 beside 5, where 1 cannot.
        let last = |a: usize, b: usize| (a == 5) == (b == 5);
        let odd = |number: usize| number % 2 == 1 && number != 1;
        assert!(all.matters(1, &odd, &last));
        assert!(!all.matters(0, &odd, &last));
    }
}
