//! The end at which messages are sent.

use crate::channel::{Channel, Deal, Letter, Met, Place, State, Waiting};
use crate::port::{Got, Patience, Port, Ways};
use interleave::{ObjectId, Readiness, Reason, Seen, Site, ThreadId, What, World, perform};
use std::cell::Cell;

/// See the [module](self).
pub(crate) struct SendPort<'a, T> {
    pub(crate) channel: &'a Channel<T>,
    pub(crate) id: Cell<Option<ObjectId>>,
    /// The message, if it is known beforehand; what cannot be sent comes back here.
    pub(crate) message: Option<&'a Cell<Option<T>>>,
}

impl<'a, T> SendPort<'a, T> {
    pub(crate) fn new(channel: &'a Channel<T>, message: Option<&'a Cell<Option<T>>>) -> Self {
        SendPort {
            channel,
            id: Cell::new(None),
            message,
        }
    }

    fn id(&self) -> ObjectId {
        self.id.get().expect("a thread has come to this port")
    }

    /// The receivers that may wait, in the order of their numbers.
    fn partners(&self, world: &World, me: ThreadId) -> Vec<ThreadId> {
        let waiting = world.object::<State>(self.id()).waiting_receivers.iter();
        let mut partners: Vec<ThreadId> = waiting
            .map(|waiting| waiting.thread)
            .filter(|thread| *thread != me)
            .collect();
        partners.sort_unstable_by_key(|thread| world.thread_number(*thread));
        partners.dedup();
        partners
    }

    /// The message goes into the channel, or its place is promised.
    fn enqueue(&self, world: &mut World, me: ThreadId) -> (Seen, Got) {
        let state = world.object_mut::<State>(self.id());
        let room = state.order.send(state.room);
        world.take_up(me, &room);
        let message = self.message.and_then(Cell::take);
        let letter = message
            .as_ref()
            .map(|message| Letter::of(world, me, message));
        let places = &mut world.object_mut::<State>(self.id()).places;
        match message.zip(letter) {
            Some((message, letter)) => {
                places.push_back(Place::Taken(letter));
                self.channel.push(message);
                (Seen::nothing(), Got::Done)
            }
            None => {
                places.push_back(Place::Promised(me));
                self.channel.push_promise();
                (Seen::nothing(), Got::Promised)
            }
        }
    }

    /// The message goes to `partner`, who waits for it, at once or as soon as it is known.
    fn meet(&self, world: &mut World, me: ThreadId, partner: ThreadId) -> (Seen, Got) {
        let message = match self.message {
            Some(message) => message.take().or_else(|| self.channel.take_offer(me)),
            None => None,
        };
        meet(world, self.id(), me, partner, |state| {
            &mut state.waiting_receivers
        });
        let letter = message
            .as_ref()
            .map(|message| Letter::of(world, me, message));
        let state = world.object_mut::<State>(self.id());
        let sender = letter.is_none().then_some(me);
        state.deals.push(Deal {
            sender,
            receiver: partner,
            letter,
        });
        world.tell(|world| format!("meets {}", world.thread_name(partner)));
        match message {
            Some(message) => {
                self.channel.hand_out(partner, message);
                (Seen::nothing(), Got::Done)
            }
            None => (Seen::nothing(), Got::Promised),
        }
    }
}

/// A thread that waits at `id` is met by `me`: it waits nowhere any more. Each of the two gets to
/// know what the other one knew then.
pub(crate) fn meet(
    world: &mut World,
    id: ObjectId,
    me: ThreadId,
    thread: ThreadId,
    end: impl Fn(&mut State) -> &mut Vec<Waiting>,
) {
    let order = world.hand_on(me);
    let its_order = world.hand_on(thread);
    world.take_up(me, &its_order);
    let waiting = end(world.object_mut::<State>(id));
    let index = waiting.iter().position(|waiting| waiting.thread == thread);
    let waiting = waiting.swap_remove(index.expect("who is met waits"));
    for channel in waiting.among {
        world.object_mut::<State>(channel).forget_waiting(thread);
    }
    let port = waiting.port;
    let met = &mut world.object_mut::<State>(id).met;
    met.push(Met {
        thread,
        port,
        order,
    });
}

/// A thread goes on that was met at `id`.
pub(crate) fn take_up_meeting(world: &mut World, id: ObjectId, me: ThreadId) {
    let met = world.object::<State>(id).met(me);
    let order = met.map(|met| met.order.clone()).unwrap_or_default();
    world.take_up(me, &order);
}

impl<T> Port for SendPort<'_, T> {
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
        if !state.has_no_room() {
            return;
        }
        let brought = self.message.is_some();
        state.waiting_senders.push(Waiting {
            thread: me,
            port,
            among: among.to_vec(),
            brought,
        });
        if let Some(message) = self.message.and_then(Cell::take) {
            self.channel.offer(me, message);
        }
    }

    fn leave(&self, world: &mut World, me: ThreadId) {
        if world.object::<State>(self.id()).has_no_room() {
            world.object_mut::<State>(self.id()).forget_waiting(me);
        }
        if let Some(message) = self.message
            && let Some(unsent) = self.channel.take_offer(me)
        {
            message.set(Some(unsent));
        }
    }

    fn met(&self, world: &World, me: ThreadId) -> Option<usize> {
        let met = world.object::<State>(self.id()).met(me);
        met.map(|met| met.port)
    }

    fn ways(&self, world: &World, me: ThreadId, _patience: Patience) -> Ways {
        let state = world.object::<State>(self.id());
        if state.receivers == 0 {
            return Ways::ONE;
        }
        match state.has_no_room() {
            true => Ways::perhaps(self.partners(world, me).len()),
            false if state.is_full() => Ways::NONE,
            false => Ways::ONE,
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
            // A receiver has met this thread, and taken the message if it was there.
            take_up_meeting(world, self.id(), me);
            let got = if self.message.is_some() {
                Got::Done
            } else {
                Got::Promised
            };
            return (Seen::nothing(), got);
        };
        let state = world.object::<State>(self.id());
        if state.receivers == 0 {
            let order = state.order.of_receivers();
            world.take_up(me, &order);
            world.tell(|_| "nobody receives".to_owned());
            return (Seen::nothing(), Got::Disconnected);
        }
        if !state.has_no_room() {
            return self.enqueue(world, me);
        }
        let partner = self.partners(world, me)[way as usize];
        self.meet(world, me, partner)
    }

    fn reason(&self, world: &World) -> Reason {
        let state = world.object::<State>(self.id());
        let why = if state.has_no_room() {
            "has no receiver yet"
        } else {
            "is full"
        };
        Reason::object(world, why, self.id())
    }

    fn address(&self) -> *const () {
        std::ptr::from_ref(self.channel).cast()
    }
}

/// Brings a message that was promised: to a place in the queue, or to the thread that was met.
pub(crate) fn keep_promise<T>(channel: &Channel<T>, message: T, site: Site) {
    let Some(id) = channel.running_object() else {
        return;
    };
    let text = crate::channel::shown(&message);
    let detail = |_: &World| text.clone();
    perform(
        What::new("send").on(id).at(site).with(&detail),
        // Nobody but the one who waits for this message can notice.
        |_, _| Readiness::AtOnce,
        |world, me, _| {
            let letter = Letter::of(world, me, &message);
            let state = world.object_mut::<State>(id);
            let promised = |place: &Place| matches!(place, Place::Promised(by) if *by == me);
            if let Some(place) = state.places.iter().position(promised) {
                state.places[place] = Place::Taken(letter);
                channel.fill(place, message);
            } else if let Some(deal) = state.deals.iter_mut().find(|deal| deal.sender == Some(me)) {
                deal.sender = None;
                deal.letter = Some(letter);
                channel.hand_out(deal.receiver, message);
            }
            (Seen::nothing(), ())
        },
    );
}
