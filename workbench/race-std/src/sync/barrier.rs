use real::sync as inner;

use super::BarrierWaitResult;
use crate::tsan;

/// std's `Barrier`: what was done before it has happened before what is done behind it.
#[derive(Debug)]
pub struct Barrier(inner::Barrier);

#[expect(missing_docs, reason = "they are std's")]
impl Barrier {
    #[must_use]
    pub const fn new(threads: usize) -> Self {
        Self(inner::Barrier::new(threads))
    }

    pub fn wait(&self) -> BarrierWaitResult {
        tsan::release(&self.0);
        let result = self.0.wait();
        tsan::acquire(&self.0);
        result
    }
}
