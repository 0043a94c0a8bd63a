//! What a channel holds, and its state as the explorer sees it.

use interleave::{
    ChannelOrder, Clock, Fingerprint, Fingerprinter, Identity, Object, ObjectId, Order, Seen, Site,
    ThreadId, World, current, introspect,
};
use std::cell::UnsafeCell;
use std::collections::VecDeque;
use std::ptr;

/// A message, as the explorer sees it. The message itself is in the [`Channel`].
#[derive(Clone)]
pub(crate) struct Letter {
    /// Of the message where it is known what it holds, else of the history that has made it.
    contents: Fingerprint,
    shown: String,
    /// What the sender knew to have happened.
    order: Clock,
}

impl Letter {
    /// Of a message that `sender` sends.
    pub(crate) fn of<T>(world: &mut World, sender: ThreadId, message: &T) -> Letter {
        let contents = current::contents(message).unwrap_or_else(|| world.history_of(sender));
        Letter {
            contents,
            shown: shown(message),
            order: world.hand_on(sender),
        }
    }

    pub(crate) fn order(&self) -> &Clock {
        &self.order
    }

    pub(crate) fn seen(&self) -> Seen {
        Seen::fingerprint(self.contents)
    }

    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }
}

/// A message as a reader sees it.
pub(crate) fn shown<T>(message: &T) -> String {
    introspect::text(message).unwrap_or_else(|| "_".to_owned())
}

/// A place in the queue: a message, or the thread that has been promised the place.
pub(crate) enum Place {
    Taken(Letter),
    Promised(ThreadId),
}

/// A thread that waits at one end of a channel without room.
pub(crate) struct Waiting {
    pub(crate) thread: ThreadId,
    /// Which of its ports this is.
    pub(crate) port: usize,
    /// The channels of all its ports.
    pub(crate) among: Vec<ObjectId>,
    /// Whether its message is here already. (A `select!` finds out what to send when it sends.)
    pub(crate) brought: bool,
}

/// A thread that waited and was met by another one, and has not gone on since.
pub(crate) struct Met {
    pub(crate) thread: ThreadId,
    /// At which of its ports.
    pub(crate) port: usize,
    /// What the other one knew to have happened.
    pub(crate) order: Clock,
}

/// A message that goes from one thread to another without ever lying in the channel.
pub(crate) struct Deal {
    /// `None` once the message was brought.
    pub(crate) sender: Option<ThreadId>,
    pub(crate) receiver: ThreadId,
    pub(crate) letter: Option<Letter>,
}

/// The state of a channel.
pub(crate) struct State {
    pub(crate) room: Option<usize>,
    pub(crate) places: VecDeque<Place>,
    pub(crate) senders: usize,
    pub(crate) receivers: usize,
    // Who waits here is part of where each thread stands, so it is in no fingerprint.
    pub(crate) waiting_senders: Vec<Waiting>,
    pub(crate) waiting_receivers: Vec<Waiting>,
    /// Threads that waited here and were met by another one.
    pub(crate) met: Vec<Met>,
    pub(crate) deals: Vec<Deal>,
    pub(crate) order: ChannelOrder,
}

impl State {
    pub(crate) fn is_full(&self) -> bool {
        self.room.is_some_and(|room| self.places.len() >= room)
    }

    /// Whether senders and receivers meet in person.
    pub(crate) fn has_no_room(&self) -> bool {
        self.room == Some(0)
    }

    /// Whether the next message was promised and is not here yet.
    pub(crate) fn next_is_promised(&self) -> bool {
        matches!(self.places.front(), Some(Place::Promised(_)))
    }

    /// The meeting of a thread that was met.
    pub(crate) fn met(&self, thread: ThreadId) -> Option<&Met> {
        self.met.iter().find(|met| met.thread == thread)
    }

    pub(crate) fn forget_waiting(&mut self, thread: ThreadId) {
        self.waiting_senders
            .retain(|waiting| waiting.thread != thread);
        self.waiting_receivers
            .retain(|waiting| waiting.thread != thread);
        self.met.retain(|met| met.thread != thread);
    }
}

impl Object for State {
    fn kind(&self) -> &'static str {
        "channel"
    }

    fn fingerprint(&self, world: &World, into: &mut Fingerprinter) {
        let number = |thread: ThreadId| u64::from(world.thread_number(thread));
        into.number(self.places.len() as u64);
        for place in &self.places {
            match place {
                Place::Taken(letter) => into.fingerprint(letter.contents),
                Place::Promised(thread) => into.optional(Some(number(*thread))),
            }
        }
        into.number(self.senders as u64);
        into.number(self.receivers as u64);
        let mut met: Vec<(u64, usize)> = self
            .met
            .iter()
            .map(|met| (number(met.thread), met.port))
            .collect();
        met.sort_unstable();
        into.number(met.len() as u64);
        for (thread, port) in met {
            into.number(thread);
            into.number(port as u64);
        }
        let mut deals: Vec<&Deal> = self.deals.iter().collect();
        deals.sort_unstable_by_key(|deal| number(deal.receiver));
        for deal in deals {
            into.number(number(deal.receiver));
            into.optional(deal.sender.map(number));
            into.fingerprint(deal.letter.as_ref().map(|l| l.contents).unwrap_or_default());
        }
    }

    fn show(&self, world: &World) -> String {
        let place = |place: &Place| match place {
            Place::Taken(letter) => letter.shown.clone(),
            Place::Promised(thread) => format!("(of {})", world.thread_name(*thread)),
        };
        let places: Vec<String> = self.places.iter().map(place).collect();
        let closed = if self.senders == 0 { ", closed" } else { "" };
        let unheard = if self.receivers == 0 {
            ", nobody receives"
        } else {
            ""
        };
        format!("[{}]{closed}{unheard}", places.join(", "))
    }

    /// A channel does not order all who use it: see [`ChannelOrder`] and [`Met`].
    fn order(&self) -> Order {
        Order::Nothing
    }
}

/// A channel and its messages. Both kinds of handles share it.
pub(crate) struct Channel<T> {
    identity: Identity,
    room: Option<usize>,
    /// The messages in the channel, one for each place; nothing where the place is promised.
    queue: UnsafeCell<VecDeque<Option<T>>>,
    /// The messages of senders that wait in person.
    offers: UnsafeCell<Vec<(ThreadId, T)>>,
    /// Messages that have left the channel, each for one receiver that has not gone on since.
    parcels: UnsafeCell<Vec<(ThreadId, T)>>,
}

// SAFETY: messages are moved in and out by the scheduler, or by the one running thread.
unsafe impl<T: Send> Send for Channel<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Channel<T> {}

impl<T> Channel<T> {
    pub(crate) fn new(room: Option<usize>, site: Site) -> Self {
        Channel {
            identity: Identity::new(site),
            room,
            queue: UnsafeCell::default(),
            offers: UnsafeCell::default(),
            parcels: UnsafeCell::default(),
        }
    }

    pub(crate) fn room(&self) -> Option<usize> {
        self.room
    }

    pub(crate) fn object(&self, world: &mut World) -> ObjectId {
        let messages = (ptr::from_ref(self).cast(), size_of::<Self>());
        self.identity.object(world, messages, |_| State {
            room: self.room,
            places: VecDeque::new(),
            senders: 1,
            receivers: 1,
            waiting_senders: Vec::new(),
            waiting_receivers: Vec::new(),
            met: Vec::new(),
            deals: Vec::new(),
            order: ChannelOrder::default(),
        })
    }

    pub(crate) fn running_object(&self) -> Option<ObjectId> {
        interleave::with_world(|world| self.object(world))
    }

    #[allow(clippy::mut_from_ref)]
    fn queue(&self) -> &mut VecDeque<Option<T>> {
        // SAFETY: no reference outlives the function that asks for it, none of which calls code of
        // the program, and one thread runs at a time.
        unsafe { &mut *self.queue.get() }
    }

    #[allow(clippy::mut_from_ref)]
    fn offers(&self) -> &mut Vec<(ThreadId, T)> {
        // SAFETY: as above.
        unsafe { &mut *self.offers.get() }
    }

    #[allow(clippy::mut_from_ref)]
    fn parcels(&self) -> &mut Vec<(ThreadId, T)> {
        // SAFETY: as above.
        unsafe { &mut *self.parcels.get() }
    }

    /// Puts a message at the end of the queue.
    pub(crate) fn push(&self, message: T) {
        interleave::aside(|| self.queue().push_back(Some(message)));
    }

    /// Promises the end of the queue to a thread that will bring its message.
    pub(crate) fn push_promise(&self) {
        interleave::aside(|| self.queue().push_back(None));
    }

    /// Keeps a promise.
    pub(crate) fn fill(&self, place: usize, message: T) {
        interleave::aside(|| self.queue()[place] = Some(message));
    }

    /// The next message of the queue.
    pub(crate) fn pop(&self) -> T {
        interleave::aside(|| self.queue().pop_front())
            .flatten()
            .expect("there is a message for each letter")
    }

    /// All messages of the queue.
    pub(crate) fn drain(&self) -> Vec<T> {
        interleave::aside(|| self.queue().drain(..).flatten().collect())
    }

    /// Keeps the message of a sender that waits in person.
    pub(crate) fn offer(&self, sender: ThreadId, message: T) {
        interleave::aside(|| self.offers().push((sender, message)));
    }

    /// The message of a sender that has waited in person.
    pub(crate) fn take_offer(&self, sender: ThreadId) -> Option<T> {
        interleave::aside(|| {
            let mut offers = self.offers().iter();
            let mine = offers.position(|(thread, _)| *thread == sender)?;
            Some(self.offers().swap_remove(mine).1)
        })
    }

    /// Keeps a message for a receiver.
    pub(crate) fn hand_out(&self, receiver: ThreadId, message: T) {
        interleave::aside(|| self.parcels().push((receiver, message)));
    }

    /// The message that was kept for a receiver.
    pub(crate) fn take_parcel(&self, receiver: ThreadId) -> Option<T> {
        interleave::aside(|| {
            let mut parcels = self.parcels().iter();
            let mine = parcels.position(|(thread, _)| *thread == receiver)?;
            Some(self.parcels().swap_remove(mine).1)
        })
    }
}
