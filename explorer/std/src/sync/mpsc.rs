//! As `std::sync::mpsc`.

pub use ::std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};

use super::guarded::region;
use interleave::introspect;
use interleave::{
    ChannelOrder, Choice, Clock, Fingerprint, Fingerprinter, Identity, Object, ObjectId, Order,
    Readiness, Reason, Seen, Site, ThreadId, What, World, current, perform, perform_now,
};
use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::ptr;
use std::sync::Arc;
use std::time::Duration;

/// A message on its way, as the explorer sees it. The message itself is in the channel.
struct Letter {
    /// Of the message where it is known what it holds, else of the history that has made it.
    contents: Fingerprint,
    shown: String,
    /// Who waits until it is taken, in a channel without room.
    sender: Option<ThreadId>,
    /// What the sender knew to have happened.
    order: Clock,
}

struct State {
    room: Option<usize>,
    letters: VecDeque<Letter>,
    senders: usize,
    receiver: bool,
    order: ChannelOrder,
    /// What receivers hand on to each sender that waits in person until its message is taken.
    in_person: Vec<(ThreadId, Clock)>,
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "channel"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        into.number(self.letters.len() as u64);
        for letter in &self.letters {
            into.fingerprint(letter.contents);
            into.optional(
                letter
                    .sender
                    .map(|sender| world.thread_number(sender).into()),
            );
        }
        into.number(self.senders as u64);
        into.number(self.receiver.into());
    }

    fn show(&self, _world: &World) -> String {
        let letters: Vec<_> = self
            .letters
            .iter()
            .map(|letter| letter.shown.as_str())
            .collect();
        let closed = if self.senders == 0 { ", closed" } else { "" };
        let unheard = if self.receiver {
            ""
        } else {
            ", nobody receives"
        };
        format!("[{}]{closed}{unheard}", letters.join(", "))
    }

    fn order(&self) -> Order {
        Order::Nothing
    }
}

impl State {
    fn is_full(&self) -> bool {
        self.room
            .is_some_and(|room| room > 0 && self.letters.len() >= room)
    }

    /// Whether a sender hands its message over in person.
    fn has_no_room(&self) -> bool {
        self.room == Some(0)
    }
}

struct Channel<T> {
    identity: Identity,
    room: Option<usize>,
    messages: UnsafeCell<VecDeque<T>>,
}

// SAFETY: messages are only moved in and out by the scheduler, one at a time.
unsafe impl<T: Send> Send for Channel<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Channel<T> {}

/// How a send ended.
enum Sent<T> {
    Done,
    Full(T),
    Disconnected(T),
}

impl<T> Channel<T> {
    #[track_caller]
    fn new(room: Option<usize>) -> Arc<Self> {
        let channel = Arc::new(Channel {
            identity: Identity::new(Location::caller()),
            room,
            messages: UnsafeCell::new(VecDeque::new()),
        });
        current::note_counts(Arc::as_ptr(&channel));
        // The state is made now: it counts the handles.
        interleave::with_world(|world| channel.object(world));
        channel
    }

    fn object(&self, world: &mut World) -> ObjectId {
        self.identity
            .object(world, region(&self.messages), |_| State {
                room: self.room,
                letters: VecDeque::new(),
                senders: 1,
                receiver: true,
                order: ChannelOrder::default(),
                in_person: Vec::new(),
            })
    }

    fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }

    fn push(&self, message: T) {
        // SAFETY: only the scheduler gets here, and nobody holds a reference.
        unsafe { (*self.messages.get()).push_back(message) };
    }

    fn pop(&self) -> T {
        // SAFETY: as above.
        let message = unsafe { (*self.messages.get()).pop_front() };
        message.expect("there is a message for each letter")
    }

    /// The effect of sending.
    fn post(
        &self,
        world: &mut World,
        me: ThreadId,
        id: ObjectId,
        message: T,
        sender: Option<ThreadId>,
    ) {
        let state = world.object_mut::<State>(id);
        let room = state.order.send(state.room);
        world.take_up(me, &room);
        let order = world.hand_on(me);
        let contents = current::contents(&message).unwrap_or_else(|| world.history());
        let shown = introspect::text(&message).unwrap_or_else(|| "_".to_owned());
        let letter = Letter {
            contents,
            shown,
            sender,
            order,
        };
        world.object_mut::<State>(id).letters.push_back(letter);
        self.push(message);
    }

    fn send(&self, message: T, site: Site) -> Sent<T> {
        let Some(id) = self.running_object() else {
            return Sent::Disconnected(message);
        };
        let shown = introspect::text(&message).unwrap_or_else(|| "_".to_owned());
        let detail = |_: &World| shown.clone();
        let sent = perform(
            What::new("send").on(id).at(site).with(&detail),
            |world, _| {
                let state = world.object::<State>(id);
                match state.receiver && state.is_full() {
                    true => Readiness::Blocked(Reason::object(world, "is full", id)),
                    false => Readiness::Ready(1),
                }
            },
            |world, me, _| {
                let state = world.object::<State>(id);
                if !state.receiver {
                    let order = state.order.of_receivers();
                    world.take_up(me, &order);
                    world.tell(|_| "nobody receives".to_owned());
                    return (Seen::number(0), Err(message));
                }
                let in_person = state.has_no_room();
                self.post(world, me, id, message, in_person.then_some(me));
                (Seen::number(1), Ok(in_person))
            },
        );
        match sent {
            Err(message) => Sent::Disconnected(message),
            Ok(false) => Sent::Done,
            Ok(true) => self.hand_over(id, site),
        }
    }

    /// In a channel without room, waits until the message has been taken, or cannot be any more.
    fn hand_over(&self, id: ObjectId, site: Site) -> Sent<T> {
        let mine = |world: &World, me: ThreadId| {
            let letters = &world.object::<State>(id).letters;
            letters.iter().position(|letter| letter.sender == Some(me))
        };
        perform(
            What::new("hand over").on(id).at(site),
            |world, me| match mine(world, me) {
                None => Readiness::AtOnce,
                Some(_) if !world.object::<State>(id).receiver => Readiness::Ready(1),
                Some(_) => Readiness::Blocked(Reason::object(world, "has no receiver yet", id)),
            },
            |world, me, _| match mine(world, me) {
                None => {
                    let in_person = &mut world.object_mut::<State>(id).in_person;
                    let index = in_person.iter().position(|(sender, _)| *sender == me);
                    if let Some((_, order)) = index.map(|index| in_person.remove(index)) {
                        world.take_up(me, &order);
                    }
                    (Seen::number(1), Sent::Done)
                }
                Some(index) => {
                    world.object_mut::<State>(id).letters.remove(index);
                    // SAFETY: only the scheduler runs, and nobody holds a reference.
                    let message = unsafe { (*self.messages.get()).remove(index) };
                    let message = message.expect("there is a message for each letter");
                    let order = world.object::<State>(id).order.of_receivers();
                    world.take_up(me, &order);
                    world.tell(|_| "nobody receives".to_owned());
                    (Seen::number(0), Sent::Disconnected(message))
                }
            },
        )
    }

    fn try_send(&self, message: T, site: Site) -> Sent<T> {
        let Some(id) = self.running_object() else {
            return Sent::Disconnected(message);
        };
        let shown = introspect::text(&message).unwrap_or_else(|| "_".to_owned());
        let detail = |_: &World| shown.clone();
        // In a channel without room, a message can be handed to a thread that waits for one. A
        // thread that is about to receive may or may not have begun to wait: that is a choice.
        let awaited = |world: &World| {
            let waiting = world.parked().filter(|(_, verb, object)| {
                *object == Some(id) && matches!(*verb, "recv" | "recv_timeout")
            });
            waiting.count() > world.object::<State>(id).letters.len()
        };
        perform(
            What::new("try_send").on(id).at(site).with(&detail),
            |world, _| {
                let state = world.object::<State>(id);
                let choice = state.receiver && state.has_no_room() && awaited(world);
                Readiness::Ready(if choice { 2 } else { 1 })
            },
            |world, me, choice| {
                let state = world.object::<State>(id);
                if !state.receiver {
                    let order = state.order.of_receivers();
                    world.take_up(me, &order);
                    world.tell(|_| "nobody receives".to_owned());
                    return (Seen::number(0), Sent::Disconnected(message));
                }
                let no_room = state.has_no_room();
                let refused = no_room && (!awaited(world) || choice == Choice::Way(1));
                if refused || world.object::<State>(id).is_full() {
                    world.tell(|_| (if no_room { "nobody waits" } else { "is full" }).to_owned());
                    return (Seen::number(1), Sent::Full(message));
                }
                if no_room {
                    // Who waits for the message has come before it.
                    let waiting = world.parked().find(|(_, verb, object)| {
                        *object == Some(id) && matches!(*verb, "recv" | "recv_timeout")
                    });
                    if let Some((receiver, ..)) = waiting {
                        let order = world.hand_on(receiver);
                        world.take_up(me, &order);
                    }
                }
                self.post(world, me, id, message, None);
                (Seen::number(2), Sent::Done)
            },
        )
    }

    /// The effect of receiving; nothing if there is no message.
    fn take(&self, world: &mut World, me: ThreadId, id: ObjectId) -> Option<(Seen, T)> {
        let letter = world.object_mut::<State>(id).letters.pop_front()?;
        world.take_up(me, &letter.order);
        if world.sees_memory() {
            let order = world.hand_on(me);
            let state = world.object_mut::<State>(id);
            match (state.room, letter.sender) {
                (Some(0), Some(sender)) => state.in_person.push((sender, order)),
                (room, _) => state.order.receive(room, order),
            }
        }
        let seen = Seen::number(1).and(Seen::fingerprint(letter.contents));
        world.tell(|_| letter.shown);
        Some((seen, self.pop()))
    }

    /// A receiver gets to know what the senders did before they hung up.
    fn take_up_end(&self, world: &mut World, me: ThreadId, id: ObjectId) {
        let order = world.object::<State>(id).order.of_senders();
        world.take_up(me, &order);
    }

    fn recv(&self, timeout: Option<Duration>, site: Site) -> Result<T, RecvTimeoutError> {
        let Some(id) = self.running_object() else {
            return Err(RecvTimeoutError::Disconnected);
        };
        let verb = if timeout.is_some() {
            "recv_timeout"
        } else {
            "recv"
        };
        perform(
            What::new(verb).on(id).at(site).within(timeout),
            |world, _| {
                let state = world.object::<State>(id);
                let reason = || Reason::object(world, "has no message", id);
                match (state.letters.is_empty() && state.senders > 0, timeout) {
                    (false, _) => Readiness::Ready(1),
                    (true, None) => Readiness::Blocked(reason()),
                    (true, Some(_)) => Readiness::UntilDeadline(reason()),
                }
            },
            |world, me, choice| {
                if choice == Choice::TimeOut {
                    return (Seen::nothing(), Err(RecvTimeoutError::Timeout));
                }
                match self.take(world, me, id) {
                    Some((seen, message)) => (seen, Ok(message)),
                    None => {
                        self.take_up_end(world, me, id);
                        world.tell(|_| "closed".to_owned());
                        (Seen::number(0), Err(RecvTimeoutError::Disconnected))
                    }
                }
            },
        )
    }

    fn try_recv(&self, site: Site) -> Result<T, TryRecvError> {
        let Some(id) = self.running_object() else {
            return Err(TryRecvError::Disconnected);
        };
        perform_now(What::new("try_recv").on(id).at(site), |world, me| {
            if let Some((seen, message)) = self.take(world, me, id) {
                return (seen, Ok(message));
            }
            let closed = world.object::<State>(id).senders == 0;
            if closed {
                self.take_up_end(world, me, id);
            }
            let (text, error) = match closed {
                true => ("closed", TryRecvError::Disconnected),
                false => ("empty", TryRecvError::Empty),
            };
            world.tell(|_| text.to_owned());
            (Seen::number(if closed { 2 } else { 0 }), Err(error))
        })
    }

    /// One more sender: nobody can notice before that one is dropped.
    fn add_sender(&self) {
        interleave::with_world(|world| {
            let id = self.object(world);
            world.object_mut::<State>(id).senders += 1;
        });
    }

    /// One sender less. A step each time, because nobody can tell beforehand who will be the last.
    fn drop_sender(&self) {
        let Some(id) = self.running_object() else {
            return;
        };
        perform(
            What::new("drop sender").on(id),
            |world, _| match world.object::<State>(id).receiver {
                true => Readiness::Ready(1),
                // Nobody is left who could notice.
                false => Readiness::AtOnce,
            },
            |world, me, _| {
                let order = world.hand_on(me);
                let state = world.object_mut::<State>(id);
                state.order.sender_leaves(&order);
                state.senders -= 1;
                if state.senders == 0 {
                    world.tell(|_| "closed".to_owned());
                }
                (Seen::nothing(), ())
            },
        );
    }

    fn drop_receiver(&self) {
        let Some(id) = self.running_object() else {
            return;
        };
        let (unread, learns) = perform_now(What::new("drop receiver").on(id), |world, me| {
            let order = world.hand_on(me);
            let state = world.object_mut::<State>(id);
            state.order.receiver_leaves(&order);
            state.receiver = false;
            // Messages of senders who still wait go back to them.
            let posted = state
                .letters
                .iter()
                .take_while(|letter| letter.sender.is_none())
                .count();
            let (mut seen, mut learns) = (Seen::nothing(), Clock::default());
            for letter in state.letters.drain(..posted) {
                // The destructor of a message may look at it.
                if std::mem::needs_drop::<T>() {
                    seen = seen.and(Seen::fingerprint(letter.contents));
                    learns.join(&letter.order);
                }
            }
            // SAFETY: only the scheduler runs, and nobody holds a reference.
            let messages = unsafe { &mut *self.messages.get() };
            (seen, (messages.drain(..posted).collect::<Vec<T>>(), learns))
        });
        // Their destructors may be steps themselves.
        let here = ptr::from_ref(self) as usize;
        interleave::while_dropping(here, &learns, || drop(unread));
    }
}

/// As `std::sync::mpsc::Sender`.
pub struct Sender<T>(Arc<Channel<T>>);

/// As `std::sync::mpsc::SyncSender`.
pub struct SyncSender<T>(Arc<Channel<T>>);

/// As `std::sync::mpsc::Receiver`.
pub struct Receiver<T> {
    channel: Arc<Channel<T>>,
    not_sync: PhantomData<std::cell::Cell<()>>,
}

/// A channel with as much room as it takes.
#[track_caller]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let channel = Channel::new(None);
    (
        Sender(Arc::clone(&channel)),
        Receiver {
            channel,
            not_sync: PhantomData,
        },
    )
}

/// A channel with room for this many messages.
#[track_caller]
pub fn sync_channel<T>(room: usize) -> (SyncSender<T>, Receiver<T>) {
    let channel = Channel::new(Some(room));
    (
        SyncSender(Arc::clone(&channel)),
        Receiver {
            channel,
            not_sync: PhantomData,
        },
    )
}

fn sent<T>(sent: Sent<T>) -> Result<(), SendError<T>> {
    match sent {
        Sent::Done => Ok(()),
        Sent::Full(message) | Sent::Disconnected(message) => Err(SendError(message)),
    }
}

impl<T> Sender<T> {
    /// Sends a message.
    ///
    /// # Errors
    ///
    /// The message, if the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        sent(self.0.send(message, Location::caller()))
    }
}

impl<T> SyncSender<T> {
    /// Sends a message, waiting until there is room for it.
    ///
    /// # Errors
    ///
    /// The message, if the receiver is gone.
    #[track_caller]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        sent(self.0.send(message, Location::caller()))
    }

    /// Sends a message if there is room for it now.
    ///
    /// # Errors
    ///
    /// The message, if there is no room or the receiver is gone.
    #[track_caller]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        match self.0.try_send(message, Location::caller()) {
            Sent::Done => Ok(()),
            Sent::Full(message) => Err(TrySendError::Full(message)),
            Sent::Disconnected(message) => Err(TrySendError::Disconnected(message)),
        }
    }
}

macro_rules! handles {
    ($($sender:ident)*) => { $(
        impl<T> Clone for $sender<T> {
            fn clone(&self) -> Self {
                self.0.add_sender();
                $sender(Arc::clone(&self.0))
            }
        }

        impl<T> Drop for $sender<T> {
            fn drop(&mut self) {
                self.0.drop_sender();
            }
        }

        impl<T> fmt::Debug for $sender<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($sender)).finish_non_exhaustive()
            }
        }
    )* };
}
handles!(Sender SyncSender);

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.channel.drop_receiver();
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}

impl<T> Receiver<T> {
    /// Waits for a message.
    ///
    /// # Errors
    ///
    /// [`RecvError`] if all senders are gone.
    #[track_caller]
    pub fn recv(&self) -> Result<T, RecvError> {
        self.channel
            .recv(None, Location::caller())
            .map_err(|_| RecvError)
    }

    /// Takes a message if there is one now.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[track_caller]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        self.channel.try_recv(Location::caller())
    }

    /// Waits for a message, at most for this time.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[track_caller]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        self.channel.recv(Some(timeout), Location::caller())
    }

    /// All messages, until all senders are gone.
    #[track_caller]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            receiver: self,
            site: Location::caller(),
        }
    }

    /// The messages that are there now.
    #[track_caller]
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter {
            receiver: self,
            site: Location::caller(),
        }
    }
}

/// See [`Receiver::iter`].
#[derive(Debug)]
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
    site: Site,
}

/// See [`Receiver::try_iter`].
#[derive(Debug)]
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
    site: Site,
}

/// All messages of a receiver that is used up.
#[derive(Debug)]
pub struct IntoIter<T> {
    receiver: Receiver<T>,
    site: Site,
}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.channel.recv(None, self.site).ok()
    }
}

impl<T> Iterator for TryIter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.channel.try_recv(self.site).ok()
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.receiver.channel.recv(None, self.site).ok()
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
        IntoIter {
            site: Location::caller(),
            receiver: self,
        }
    }
}
