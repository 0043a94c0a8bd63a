//! std's channels: what the sender did has happened before what the receiver does with the message.
//!
//! The channels are std's own, so they block, fill and disconnect as std's do. But their inside is
//! nobody's business: the locks in it put threads in order that the channel does not promise to.
//! So the detector looks away, and is told what holds of every channel:
//!
//! - a message is sent before it is received: each carries a *ticket*, whose address is its name;
//! - a receipt is before the end of the send that it makes room for. In a channel with room for
//!   three that is the third send from there.

use core::cell::Cell;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use core::time::Duration;

use real::boxed::Box;
use real::sync::Arc;
use real::sync::mpsc as inner;
use real::vec;

use crate::tsan;

pub use real::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

/// A message, and a place in memory whose address is its name.
struct Envelope<T> {
    message: T,
    ticket: Box<u64>,
}

impl<T> Envelope<T> {
    fn seal(message: T) -> Self {
        let ticket = Box::new(0);
        tsan::release(&*ticket);
        Self { message, ticket }
    }

    fn open(self) -> T {
        tsan::acquire(&*self.ticket);
        self.message
    }
}

/// The places in a channel with bounded room: a name for each receipt, used again when the sends
/// that it made room for are long over.
#[derive(Debug)]
struct Places {
    keys: Box<[u64]>,
    room: usize,
    sent: AtomicUsize,
    /// With several senders nobody knows which send was the how manieth.
    is_shared: AtomicBool,
}

impl Places {
    /// A larger channel shares its names.
    const MOST: usize = 64;

    fn new(room: usize) -> Self {
        Self {
            keys: vec![0; (2 * room).clamp(2, Self::MOST)].into_boxed_slice(),
            room,
            sent: AtomicUsize::new(0),
            is_shared: AtomicBool::new(false),
        }
    }

    /// To be said before a receipt, the how manieth it is.
    fn receive(&self, number: usize) {
        tsan::release(&self.keys[number.wrapping_add(self.room) % self.keys.len()]);
    }

    /// To be said after a send.
    fn sent(&self) {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        if self.is_shared.load(Ordering::Relaxed) {
            self.keys.iter().for_each(tsan::acquire);
        } else {
            tsan::acquire(&self.keys[number % self.keys.len()]);
        }
    }
}

/// std's sender of a channel that never blocks.
#[derive(Debug)]
pub struct Sender<T>(inner::Sender<Envelope<T>>);

/// std's sender of a channel that blocks when it is full.
#[derive(Debug)]
pub struct SyncSender<T> {
    inner: inner::SyncSender<Envelope<T>>,
    places: Arc<Places>,
}

/// std's receiver.
#[derive(Debug)]
pub struct Receiver<T> {
    inner: Option<inner::Receiver<Envelope<T>>>,
    places: Option<Arc<Places>>,
    received: Cell<usize>,
}

/// std's channel that never blocks a sender.
#[must_use]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (sender, receiver) = inner::channel();
    let receiver = Receiver {
        inner: Some(receiver),
        places: None,
        received: Cell::new(0),
    };
    (Sender(sender), receiver)
}

/// std's channel with room for so many messages.
#[must_use]
pub fn sync_channel<T>(room: usize) -> (SyncSender<T>, Receiver<T>) {
    let (sender, receiver) = inner::sync_channel(room);
    let places = Arc::new(Places::new(room));
    let sender = SyncSender {
        inner: sender,
        places: Arc::clone(&places),
    };
    let receiver = Receiver {
        inner: Some(receiver),
        places: Some(places),
        received: Cell::new(0),
    };
    (sender, receiver)
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> Sender<T> {
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        let envelope = Envelope::seal(message);
        tsan::aside(|| self.0.send(envelope))
            .map_err(|SendError(envelope)| SendError(envelope.open()))
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> SyncSender<T> {
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        let envelope = Envelope::seal(message);
        let sent = tsan::aside(|| self.inner.send(envelope));
        sent.map(|()| self.places.sent())
            .map_err(|SendError(envelope)| SendError(envelope.open()))
    }

    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        let envelope = Envelope::seal(message);
        let sent = tsan::aside(|| self.inner.try_send(envelope));
        sent.map(|()| self.places.sent())
            .map_err(|error| match error {
                TrySendError::Full(envelope) => TrySendError::Full(envelope.open()),
                TrySendError::Disconnected(envelope) => TrySendError::Disconnected(envelope.open()),
            })
    }
}

#[expect(missing_docs, reason = "they are std's")]
#[expect(clippy::missing_errors_doc, reason = "they are std's")]
impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.receive(inner::Receiver::recv)
    }

    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.receive(inner::Receiver::try_recv)
    }

    pub fn recv_timeout(&self, time: Duration) -> Result<T, RecvTimeoutError> {
        self.receive(|receiver| receiver.recv_timeout(time))
    }

    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self)
    }

    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter(self)
    }

    fn receive<E>(
        &self,
        receive: impl FnOnce(&inner::Receiver<Envelope<T>>) -> Result<Envelope<T>, E>,
    ) -> Result<T, E> {
        if let Some(places) = &self.places {
            places.receive(self.received.get());
        }
        let receiver = self.inner.as_ref().expect("it is there until the drop");
        let received = tsan::aside(|| receive(receiver)).map(Envelope::open);
        if received.is_ok() {
            self.received.update(|number| number.wrapping_add(1));
        }
        received
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Clone for SyncSender<T> {
    fn clone(&self) -> Self {
        self.places.is_shared.store(true, Ordering::Relaxed);
        Self {
            inner: self.inner.clone(),
            places: Arc::clone(&self.places),
        }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        // Messages that nobody received are dropped in here, unseen by the detector.
        tsan::aside(|| self.inner = None);
    }
}

/// std's iterator that waits for messages.
#[derive(Debug)]
pub struct Iter<'a, T>(&'a Receiver<T>);

/// std's iterator that does not wait.
#[derive(Debug)]
pub struct TryIter<'a, T>(&'a Receiver<T>);

/// std's iterator that has the receiver.
#[derive(Debug)]
pub struct IntoIter<T>(Receiver<T>);

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.try_recv().ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.recv().ok()
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self)
    }
}
