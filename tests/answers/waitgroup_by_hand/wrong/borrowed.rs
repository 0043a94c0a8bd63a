//! Rejected: the crate `listings` has a WaitGroup

pub use listings::WaitGroup;
