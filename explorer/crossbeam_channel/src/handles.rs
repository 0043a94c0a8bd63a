//! The two kinds of handles to a channel.

use crate::channel::{Channel, Place, State, shown};
use crate::choosing::{Choosing, Wait};
use crate::iter::{IntoIter, Iter, TryIter};
use crate::port::{Got, Port};
use crate::receiving::{RecvPort, fetch};
use crate::sending::SendPort;
use crate::timer::{NeverPort, Timer, TimerPort};
use crate::{RecvError, RecvTimeoutError, SendError, SendTimeoutError, TryRecvError, TrySendError};
use interleave::{ChannelOrder, Clock, Readiness, Seen, Site, What, World, perform};
use interleave_std::time::Instant;
use std::cell::Cell;
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::sync::Arc;
use std::time::Duration;

/// A channel that holds any number of messages.
#[track_caller]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    pair(None, Location::caller())
}

/// A channel that holds so many messages. If that is none, sender and receiver meet in person.
#[track_caller]
pub fn bounded<T>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    pair(Some(capacity), Location::caller())
}

fn pair<T>(room: Option<usize>, site: Site) -> (Sender<T>, Receiver<T>) {
    let channel = Arc::new(Channel::new(room, site));
    interleave::current::note_counts(Arc::as_ptr(&channel));
    // The state is made now: it counts the handles.
    channel.running_object();
    (
        Sender {
            channel: Arc::clone(&channel),
        },
        Receiver {
            source: Source::Channel(channel),
        },
    )
}

/// As `crossbeam_channel::Sender`.
pub struct Sender<T> {
    pub(crate) channel: Arc<Channel<T>>,
}

impl<T> UnwindSafe for Sender<T> {}
impl<T> RefUnwindSafe for Sender<T> {}

/// Why a message was not sent, and the message.
enum Unsent<T> {
    InTime(T),
    Disconnected(T),
}

impl<T> Sender<T> {
    fn send_within(
        &self,
        message: T,
        verb: &'static str,
        wait: Wait,
        site: Site,
    ) -> Result<(), Unsent<T>> {
        let text = shown(&message);
        let detail = |_: &World| text.clone();
        let message = Cell::new(Some(message));
        let port = SendPort::new(&self.channel, Some(&message));
        let choosing = Choosing {
            ports: &[Some(&port)],
            biased: false,
            wait,
        };
        let got = choosing.perform(verb, site, Some(&detail));
        match (got, message.take()) {
            (Some((_, Got::Disconnected)), Some(message)) => Err(Unsent::Disconnected(message)),
            (None, Some(message)) => Err(Unsent::InTime(message)),
            _ => Ok(()),
        }
    }

    /// Sends a message, waiting until there is room for it.
    ///
    /// # Errors
    ///
    /// The message, if all receivers are gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        match self.send_within(message, "send", Wait::ForEver, Location::caller()) {
            Ok(()) => Ok(()),
            Err(Unsent::InTime(message) | Unsent::Disconnected(message)) => Err(SendError(message)),
        }
    }

    /// Sends a message if there is room for it now.
    ///
    /// # Errors
    ///
    /// The message, and why it was not sent.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match self.send_within(message, "try_send", Wait::No, Location::caller()) {
            Ok(()) => Ok(()),
            Err(Unsent::InTime(message)) => Err(TrySendError::Full(message)),
            Err(Unsent::Disconnected(message)) => Err(TrySendError::Disconnected(message)),
        }
    }

    /// Sends a message, waiting at most for this time until there is room for it.
    ///
    /// # Errors
    ///
    /// The message, and why it was not sent.
    #[track_caller]
    pub fn send_timeout(&self, message: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        self.send_until(
            message,
            "send_timeout",
            Wait::at_most(timeout),
            Location::caller(),
        )
    }

    /// Sends a message, waiting at most until then.
    ///
    /// # Errors
    ///
    /// The message, and why it was not sent.
    #[track_caller]
    pub fn send_deadline(&self, message: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        self.send_until(
            message,
            "send_deadline",
            Wait::Until(deadline),
            Location::caller(),
        )
    }

    fn send_until(
        &self,
        message: T,
        verb: &'static str,
        wait: Wait,
        site: Site,
    ) -> Result<(), SendTimeoutError<T>> {
        match self.send_within(message, verb, wait, site) {
            Ok(()) => Ok(()),
            Err(Unsent::InTime(message)) => Err(SendTimeoutError::Timeout(message)),
            Err(Unsent::Disconnected(message)) => Err(SendTimeoutError::Disconnected(message)),
        }
    }

    /// Whether the other handle is one of the same channel.
    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        Arc::ptr_eq(&self.channel, &other.channel)
    }
}

/// Where the messages of a receiver come from.
pub(crate) enum Source<T> {
    Channel(Arc<Channel<T>>),
    /// Time itself sends a moment, which becomes a message.
    Timer(Arc<Timer>, fn(Instant) -> T),
    Never,
}

/// As `crossbeam_channel::Receiver`.
pub struct Receiver<T> {
    pub(crate) source: Source<T>,
}

impl<T> UnwindSafe for Receiver<T> {}
impl<T> RefUnwindSafe for Receiver<T> {}

impl Receiver<Instant> {
    pub(crate) fn timer(timer: Arc<Timer>) -> Self {
        Receiver {
            source: Source::Timer(timer, |moment| moment),
        }
    }
}

impl<T> Receiver<T> {
    pub(crate) const fn never() -> Self {
        Receiver {
            source: Source::Never,
        }
    }

    fn recv_within(
        &self,
        verb: &'static str,
        wait: Wait,
        site: Site,
    ) -> Result<T, RecvTimeoutError> {
        let sent = Cell::new(None);
        let port = self.port(&sent, true);
        let choosing = Choosing {
            ports: &[Some(&*port)],
            biased: false,
            wait,
        };
        match choosing.perform(verb, site, None) {
            None => Err(RecvTimeoutError::Timeout),
            Some((_, Got::Disconnected)) => Err(RecvTimeoutError::Disconnected),
            Some((_, got)) => Ok(self.received(got, &sent, site)),
        }
    }

    pub(crate) fn port<'a>(
        &'a self,
        sent: &'a Cell<Option<Instant>>,
        at_once: bool,
    ) -> Box<dyn Port + 'a> {
        match &self.source {
            Source::Channel(channel) => Box::new(RecvPort::new(channel, at_once)),
            Source::Timer(timer, _) => Box::new(TimerPort::new(timer, sent)),
            Source::Never => Box::new(NeverPort),
        }
    }

    /// The message that an operation has got.
    pub(crate) fn received(&self, got: Got, sent: &Cell<Option<Instant>>, site: Site) -> T {
        match &self.source {
            Source::Channel(channel) => fetch(channel, got, site),
            Source::Timer(_, message) => message(sent.take().expect("the timer has gone off")),
            Source::Never => unreachable!("nothing is ever received"),
        }
    }

    /// Waits for a message.
    ///
    /// # Errors
    ///
    /// [`RecvError`] if all senders are gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.recv_within("recv", Wait::ForEver, Location::caller())
            .map_err(|_| RecvError)
    }

    pub(crate) fn recv_at(&self, site: Site) -> Option<T> {
        self.recv_within("recv", Wait::ForEver, site).ok()
    }

    /// Takes a message if there is one now.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.recv_within("try_recv", Wait::No, Location::caller())
            .map_err(|error| match error {
                RecvTimeoutError::Timeout => TryRecvError::Empty,
                RecvTimeoutError::Disconnected => TryRecvError::Disconnected,
            })
    }

    pub(crate) fn try_recv_at(&self, site: Site) -> Option<T> {
        self.recv_within("try_recv", Wait::No, site).ok()
    }

    /// Waits for a message, at most for this time.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.recv_within("recv_timeout", Wait::at_most(timeout), Location::caller())
    }

    /// Waits for a message, at most until then.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[track_caller]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        self.recv_within("recv_deadline", Wait::Until(deadline), Location::caller())
    }

    /// All messages, until all senders are gone.
    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::of(self, Location::caller())
    }

    /// The messages that are there now.
    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter::of(self, Location::caller())
    }

    /// Whether the other handle is one of the same channel.
    pub fn same_channel(&self, other: &Receiver<T>) -> bool {
        match (&self.source, &other.source) {
            (Source::Channel(one), Source::Channel(other)) => Arc::ptr_eq(one, other),
            (Source::Timer(one, _), Source::Timer(other, _)) => Arc::ptr_eq(one, other),
            (Source::Never, Source::Never) => true,
            _ => false,
        }
    }
}

/// How many handles of a kind there are.
type Count = fn(&mut State) -> &mut usize;

fn senders(state: &mut State) -> &mut usize {
    &mut state.senders
}

fn receivers(state: &mut State) -> &mut usize {
    &mut state.receivers
}

/// One handle less. A step each time, because nobody can tell beforehand who will be the last.
/// Returns the messages that nobody will receive any more, and what their senders knew.
fn drop_handle<T>(
    channel: &Channel<T>,
    verb: &'static str,
    others: impl Fn(&State) -> usize,
    mine: Count,
    leaves: impl Fn(&mut ChannelOrder, &Clock),
) -> (Vec<T>, Clock) {
    let Some(id) = channel.running_object() else {
        return (Vec::new(), Clock::default());
    };
    perform(
        What::new(verb).on(id),
        |world, _| match others(world.object::<State>(id)) {
            // Nobody is left who could notice.
            0 => Readiness::AtOnce,
            _ => Readiness::Ready(1),
        },
        |world, me, _| {
            let order = world.hand_on(me);
            let state = world.object_mut::<State>(id);
            leaves(&mut state.order, &order);
            *mine(state) -= 1;
            let last = *mine(state) == 0;
            let (mut seen, mut learns) = (Seen::nothing(), Clock::default());
            if state.receivers == 0 {
                for place in state.places.drain(..) {
                    // The destructor of a message may look at it.
                    if let Place::Taken(letter) = place
                        && std::mem::needs_drop::<T>()
                    {
                        seen = seen.and(letter.seen());
                        learns.join(letter.order());
                    }
                }
            }
            let lost = if state.receivers == 0 {
                channel.drain()
            } else {
                Vec::new()
            };
            if last {
                world.tell(|_| "the last one".to_owned());
            }
            (seen, (lost, learns))
        },
    )
}

/// One handle more: nobody can notice before that one is dropped.
fn add_handle<T>(channel: &Channel<T>, mine: Count) {
    interleave::with_world(|world| {
        let id = channel.object(world);
        *mine(world.object_mut::<State>(id)) += 1;
    });
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        add_handle(&self.channel, senders);
        Sender {
            channel: Arc::clone(&self.channel),
        }
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let others = |state: &State| state.receivers;
        let leaves = ChannelOrder::sender_leaves;
        drop_handle(&self.channel, "drop sender", others, senders, leaves);
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        let source = match &self.source {
            Source::Channel(channel) => {
                add_handle(channel, receivers);
                Source::Channel(Arc::clone(channel))
            }
            Source::Timer(timer, message) => Source::Timer(Arc::clone(timer), *message),
            Source::Never => Source::Never,
        };
        Receiver { source }
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Source::Channel(channel) = &self.source {
            let others = |state: &State| state.senders;
            let leaves = ChannelOrder::receiver_leaves;
            let (unread, learns) = drop_handle(channel, "drop receiver", others, receivers, leaves);
            // Their destructors may be steps themselves.
            let here = Arc::as_ptr(channel) as usize;
            interleave::while_dropping(here, &learns, || drop(unread));
        }
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Sender { .. }")
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Receiver { .. }")
    }
}

impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    #[track_caller]
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    #[track_caller]
    fn into_iter(self) -> IntoIter<T> {
        IntoIter::of(self, Location::caller())
    }
}
