//! The end at which messages are received.

use crate::channel::{Channel, Deal, Letter, Place, State, Waiting};
use crate::port::{Got, Patience, Port, Ways};
use crate::sending::{meet, take_up_meeting};
use interleave::{ObjectId, Readiness, Reason, Seen, Site, ThreadId, What, World, perform};
use std::cell::Cell;

/// See the [module](self). What is received is kept in the channel for the thread that receives it.
pub(crate) struct RecvPort<'a, T> {
    channel: &'a Channel<T>,
    id: Cell<Option<ObjectId>>,
    /// Whether the thread wants the message at once. (A `select!` fetches it in a second step.)
    at_once: bool,
}

impl<'a, T> RecvPort<'a, T> {
    pub(crate) fn new(channel: &'a Channel<T>, at_once: bool) -> Self {
        RecvPort {
            channel,
            id: Cell::new(None),
            at_once,
        }
    }

    fn id(&self) -> ObjectId {
        self.id.get().expect("a thread has come to this port")
    }

    /// The senders that may wait, in the order of their numbers.
    fn partners(&self, world: &World, me: ThreadId) -> Vec<ThreadId> {
        let waiting = world.object::<State>(self.id()).waiting_senders.iter();
        let mut partners: Vec<ThreadId> = waiting
            .map(|waiting| waiting.thread)
            .filter(|thread| *thread != me)
            .collect();
        partners.sort_unstable_by_key(|thread| world.thread_number(*thread));
        partners.dedup();
        partners
    }

    /// Takes the next message of the queue.
    fn dequeue(&self, world: &mut World, me: ThreadId) -> (Seen, Got) {
        let Some(Place::Taken(letter)) = world.object_mut::<State>(self.id()).places.pop_front()
        else {
            unreachable!("a receiver goes on when there is a message");
        };
        self.channel.hand_out(me, self.channel.pop());
        let received = received(world, me, &letter);
        if world.sees_memory() {
            let order = world.hand_on(me);
            let state = world.object_mut::<State>(self.id());
            state.order.receive(state.room, order);
        }
        received
    }

    /// Takes the message of `partner`, who waits with it, at once or as soon as it is known.
    fn meet(&self, world: &mut World, me: ThreadId, partner: ThreadId) -> (Seen, Got) {
        let state = world.object::<State>(self.id());
        let mut waiting = state.waiting_senders.iter();
        let brought = waiting.any(|waiting| waiting.thread == partner && waiting.brought);
        meet(world, self.id(), me, partner, |state| {
            &mut state.waiting_senders
        });
        if !brought {
            let deal = Deal {
                sender: Some(partner),
                receiver: me,
                letter: None,
            };
            world.object_mut::<State>(self.id()).deals.push(deal);
            world.tell(|world| format!("meets {}", world.thread_name(partner)));
            return (Seen::nothing(), Got::Promised);
        }
        let message = self
            .channel
            .take_offer(partner)
            .expect("the message was brought");
        let letter = Letter::of(world, partner, &message);
        self.channel.hand_out(me, message);
        received(world, me, &letter)
    }
}

fn received(world: &mut World, me: ThreadId, letter: &Letter) -> (Seen, Got) {
    world.take_up(me, letter.order());
    world.tell(|_| letter.shown().to_owned());
    (letter.seen(), Got::Done)
}

/// The letter that a sender has brought to `me`, if it has.
fn brought(world: &mut World, id: ObjectId, me: ThreadId) -> Option<Letter> {
    let deals = &mut world.object_mut::<State>(id).deals;
    let mine = deals
        .iter()
        .position(|deal| deal.receiver == me && deal.letter.is_some())?;
    deals.swap_remove(mine).letter
}

fn is_brought(world: &World, id: ObjectId, me: ThreadId) -> bool {
    let mut deals = world.object::<State>(id).deals.iter();
    deals.any(|deal| deal.receiver == me && deal.letter.is_some())
}

impl<T> Port for RecvPort<'_, T> {
    fn object(&self, world: &mut World) -> Option<ObjectId> {
        self.id.set(Some(self.channel.object(world)));
        self.id.get()
    }

    fn meeting_place(&self, world: &World) -> Option<ObjectId> {
        world
            .object::<State>(self.id())
            .has_no_room()
            .then(|| self.id())
    }

    fn arrive(&self, world: &mut World, me: ThreadId, port: usize, among: &[ObjectId]) {
        let state = world.object_mut::<State>(self.id());
        if state.has_no_room() {
            let waiting = Waiting {
                thread: me,
                port,
                among: among.to_vec(),
                brought: false,
            };
            state.waiting_receivers.push(waiting);
        }
    }

    fn leave(&self, world: &mut World, me: ThreadId) {
        if world.object::<State>(self.id()).has_no_room() {
            world.object_mut::<State>(self.id()).forget_waiting(me);
        }
    }

    fn met(&self, world: &World, me: ThreadId) -> Option<usize> {
        let met = world.object::<State>(self.id()).met(me);
        met.map(|met| met.port)
    }

    fn must_wait(&self, world: &World, me: ThreadId) -> bool {
        self.at_once && !is_brought(world, self.id(), me)
    }

    fn ways(&self, world: &World, me: ThreadId, patience: Patience) -> Ways {
        let state = world.object::<State>(self.id());
        if !state.places.is_empty() {
            return Ways::ONE;
        }
        if state.senders == 0 {
            return Ways::ONE;
        }
        match (state.has_no_room(), patience) {
            (true, Patience::Looks) => Ways::perhaps(self.partners(world, me).len()),
            // Where both wait, the meeting is a step of the sender.
            _ => Ways::NONE,
        }
    }

    fn go(
        &self,
        world: &mut World,
        me: ThreadId,
        way: Option<u32>,
        _patience: Patience,
    ) -> (Seen, Got) {
        let Some(way) = way else {
            take_up_meeting(world, self.id(), me);
            return match brought(world, self.id(), me) {
                Some(letter) => received(world, me, &letter),
                None => (Seen::nothing(), Got::Promised),
            };
        };
        let state = world.object::<State>(self.id());
        if !state.places.is_empty() {
            return self.dequeue(world, me);
        }
        if state.senders == 0 {
            let order = state.order.of_senders();
            world.take_up(me, &order);
            world.tell(|_| "closed".to_owned());
            return (Seen::nothing(), Got::Disconnected);
        }
        let partner = self.partners(world, me)[way as usize];
        self.meet(world, me, partner)
    }

    fn reason(&self, world: &World) -> Reason {
        Reason::object(world, "has no message", self.id())
    }

    fn address(&self) -> *const () {
        std::ptr::from_ref(self.channel).cast()
    }

    fn is_unknown(&self, world: &World) -> bool {
        world.object::<State>(self.id()).next_is_promised()
    }
}

/// Fetches what was received, waiting for the sender to bring it if it has not yet.
pub(crate) fn fetch<T>(channel: &Channel<T>, got: Got, site: Site) -> T {
    let Some((me, ..)) = interleave::current::current() else {
        interleave::current::cannot("receive a message");
    };
    if got == Got::Promised
        && let Some(id) = channel.running_object()
    {
        perform(
            What::new("recv").on(id).at(site),
            |world, me| match is_brought(world, id, me) {
                true => Readiness::AtOnce,
                false => Readiness::Blocked(Reason::object(world, "is being sent", id)),
            },
            |world, me, _| {
                let letter = brought(world, id, me);
                if let Some(letter) = &letter {
                    world.take_up(me, letter.order());
                }
                let seen = letter.as_ref().map(Letter::seen);
                world.tell(|_| letter.map(|l| l.shown().to_owned()).unwrap_or_default());
                (seen.unwrap_or(Seen::nothing()), ())
            },
        );
    }
    channel
        .take_parcel(me)
        .expect("what was received is kept for this thread")
}
