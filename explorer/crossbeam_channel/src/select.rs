//! Choosing among several channels.

use crate::choosing::{Choosing, Wait};
use crate::handles::{Receiver, Sender};
use crate::port::{Got, Port};
use crate::sending::{SendPort, keep_promise};
use crate::{RecvError, SelectTimeoutError, SendError, TrySelectError};
use interleave::Site;
use interleave_std::time::Instant;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;
use std::time::Duration;

/// As `crossbeam_channel::Select`, but for its `ready` and its kin.
pub struct Select<'a> {
    ports: Vec<Option<Rc<dyn Case<'a> + 'a>>>,
    biased: bool,
}

/// An operation that may be chosen: what it takes to make a port of it.
trait Case<'a> {
    fn port<'b>(&'b self, sent: &'b Cell<Option<Instant>>) -> Box<dyn Port + 'b>
    where
        'a: 'b;
}

impl<'a, T> Case<'a> for &'a Sender<T> {
    fn port<'b>(&'b self, _sent: &'b Cell<Option<Instant>>) -> Box<dyn Port + 'b>
    where
        'a: 'b,
    {
        Box::new(SendPort::new(&self.channel, None))
    }
}

impl<'a, T> Case<'a> for &'a Receiver<T> {
    fn port<'b>(&'b self, sent: &'b Cell<Option<Instant>>) -> Box<dyn Port + 'b>
    where
        'a: 'b,
    {
        Receiver::port(self, sent, false)
    }
}

impl<'a> Select<'a> {
    /// Nothing to choose from yet. Any operation that is ready may be chosen.
    pub fn new() -> Select<'a> {
        Select {
            ports: Vec::new(),
            biased: false,
        }
    }

    /// Nothing to choose from yet. The first operation that is ready is chosen.
    pub fn new_biased() -> Select<'a> {
        Select {
            ports: Vec::new(),
            biased: true,
        }
    }

    /// Adds a sending, and returns its number.
    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        self.ports.push(Some(Rc::new(sender)));
        self.ports.len() - 1
    }

    /// Adds a receiving, and returns its number.
    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.ports.push(Some(Rc::new(receiver)));
        self.ports.len() - 1
    }

    /// Takes an operation away again.
    ///
    /// # Panics
    ///
    /// Panics if there is none of this number.
    pub fn remove(&mut self, index: usize) {
        let operation = self.ports.get_mut(index).expect("index out of bounds");
        assert!(operation.take().is_some(), "no operation with this index");
    }

    fn choose(&self, verb: &'static str, wait: Wait, site: Site) -> Option<SelectedOperation<'a>> {
        let sent = Cell::new(None);
        let (index, got, channel) = {
            let ports: Vec<Option<Box<dyn Port + '_>>> = self
                .ports
                .iter()
                .map(|case| case.as_ref().map(|case| case.port(&sent)))
                .collect();
            let ends: Vec<Option<&dyn Port>> = ports.iter().map(Option::as_deref).collect();
            let choosing = Choosing {
                ports: &ends,
                biased: self.biased,
                wait,
            };
            let (index, got) = choosing.perform(verb, site, None)?;
            (
                index,
                got,
                ends[index].map_or(std::ptr::null(), |port| port.address()),
            )
        };
        Some(SelectedOperation {
            index,
            got,
            channel,
            sent,
            channels: PhantomData,
        })
    }

    /// Waits until one of the operations is ready, and chooses it.
    #[track_caller]
    pub fn select(&mut self) -> SelectedOperation<'a> {
        match self.choose("select", Wait::ForEver, Location::caller()) {
            Some(selected) => selected,
            None => interleave::current::cannot("select an operation"),
        }
    }

    /// Chooses one of the operations if one is ready now.
    ///
    /// # Errors
    ///
    /// [`TrySelectError`] if none is.
    #[track_caller]
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        self.choose("try_select", Wait::No, Location::caller())
            .ok_or(TrySelectError)
    }

    /// Waits until one of the operations is ready, at most for this time, and chooses it.
    ///
    /// # Errors
    ///
    /// [`SelectTimeoutError`] if time is up.
    #[track_caller]
    pub fn select_timeout(
        &mut self,
        timeout: Duration,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        let wait = Wait::at_most(timeout);
        self.choose("select_timeout", wait, Location::caller())
            .ok_or(SelectTimeoutError)
    }

    /// Waits until one of the operations is ready, at most until then, and chooses it.
    ///
    /// # Errors
    ///
    /// [`SelectTimeoutError`] if time is up.
    #[track_caller]
    pub fn select_deadline(
        &mut self,
        deadline: Instant,
    ) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        let wait = Wait::Until(deadline);
        self.choose("select_deadline", wait, Location::caller())
            .ok_or(SelectTimeoutError)
    }
}

impl Clone for Select<'_> {
    fn clone(&self) -> Self {
        Select {
            ports: self.ports.clone(),
            biased: self.biased,
        }
    }
}

impl Default for Select<'_> {
    fn default() -> Self {
        Select::new()
    }
}

impl fmt::Debug for Select<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Select { .. }")
    }
}

/// As `crossbeam_channel::SelectedOperation`: it must be completed.
#[must_use]
pub struct SelectedOperation<'a> {
    index: usize,
    got: Got,
    channel: *const (),
    sent: Cell<Option<Instant>>,
    channels: PhantomData<&'a ()>,
}

impl SelectedOperation<'_> {
    /// The number of the operation.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Completes a sending.
    ///
    /// # Errors
    ///
    /// The message, if all receivers are gone.
    ///
    /// # Panics
    ///
    /// Panics if this sender was not chosen.
    #[track_caller]
    pub fn send<T>(self, sender: &Sender<T>, message: T) -> Result<(), SendError<T>> {
        let channel = std::ptr::from_ref(&*sender.channel).cast();
        assert!(
            self.channel == channel,
            "passed a sender that wasn't selected"
        );
        let got = self.got;
        std::mem::forget(self);
        if got == Got::Disconnected {
            return Err(SendError(message));
        }
        keep_promise(&sender.channel, message, Location::caller());
        Ok(())
    }

    /// Completes a receiving.
    ///
    /// # Errors
    ///
    /// [`RecvError`] if all senders are gone.
    ///
    /// # Panics
    ///
    /// Panics if this receiver was not chosen.
    #[track_caller]
    pub fn recv<T>(self, receiver: &Receiver<T>) -> Result<T, RecvError> {
        let nothing = Cell::new(None);
        let address = receiver.port(&nothing, false).address();
        assert!(
            self.channel == address,
            "passed a receiver that wasn't selected"
        );
        let (got, sent) = (self.got, self.sent.take());
        std::mem::forget(self);
        if got == Got::Disconnected {
            return Err(RecvError);
        }
        Ok(receiver.received(got, &Cell::new(sent), Location::caller()))
    }
}

impl Drop for SelectedOperation<'_> {
    fn drop(&mut self) {
        if interleave::running() {
            panic!("dropped `SelectedOperation` without completing the operation");
        }
    }
}

impl fmt::Debug for SelectedOperation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("SelectedOperation { .. }")
    }
}
