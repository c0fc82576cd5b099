//! Work shared among threads, with the same answer in the same order however many there are.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{available_parallelism, scope};

/// More threads than this wait for memory rather than work.
const MOST: usize = 8;

/// Answers for each part of some items, in the order of the parts. There are as many parts as threads, none much smaller than what is `worth` one.
pub fn in_parts<T: Sync, A: Send>(items: &[T], worth: usize, work: impl Fn(&[T]) -> A + Sync) -> Vec<A> {
    let threads = available_parallelism().map_or(1, NonZero::get).min(MOST).min(items.len() / worth.max(1));
    if threads < 2 {
        return vec![work(items)];
    }
    let work = &work;
    scope(|scope| {
        let parts: Vec<_> = items.chunks(items.len().div_ceil(threads)).map(|part| scope.spawn(move || work(part))).collect();
        parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_answers_is_that_of_the_items() {
        for worth in [1, 7, 1000] {
            let items: Vec<usize> = (0..100).collect();
            let answers = in_parts(&items, worth, |part| part.iter().map(|item| item * 2).collect::<Vec<_>>());
            assert_eq!(answers.concat(), (0..100).map(|item| item * 2).collect::<Vec<_>>(), "{worth}");
        }
        assert_eq!(in_parts(&[] as &[usize], 1, <[usize]>::len), [0]);
    }
}
