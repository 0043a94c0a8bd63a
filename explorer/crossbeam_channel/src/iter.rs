//! The messages of a receiver, one after the other.

use crate::handles::Receiver;
use interleave::Site;
use std::fmt;
use std::iter::FusedIterator;

/// See [`Receiver::iter`].
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    site: Site,
}

impl<'a, T> Iter<'a, T> {
    pub(crate) fn of(receiver: &'a Receiver<T>, site: Site) -> Self {
        Iter { receiver, site }
    }
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.recv_at(self.site)
    }
}

impl<T> FusedIterator for Iter<'_, T> {}

/// See [`Receiver::try_iter`].
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    site: Site,
}

impl<'a, T> TryIter<'a, T> {
    pub(crate) fn of(receiver: &'a Receiver<T>, site: Site) -> Self {
        TryIter { receiver, site }
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.try_recv_at(self.site)
    }
}

/// All messages of a receiver that is used up.
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    site: Site,
}

impl<T> IntoIter<T> {
    pub(crate) fn of(receiver: Receiver<T>, site: Site) -> Self {
        IntoIter { receiver, site }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.recv_at(self.site)
    }
}

impl<T> FusedIterator for IntoIter<T> {}

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Iter { .. }")
    }
}

impl<T> fmt::Debug for TryIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("TryIter { .. }")
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("IntoIter { .. }")
    }
}
