//! What one can ask a handle: how many messages are in its channel.

use crate::channel::{Channel, State};
use crate::handles::{Receiver, Sender, Source};
use interleave::{Seen, Site, What, perform_now};
use std::panic::Location;

/// What one can ask of a channel, a step each time.
fn look<T>(
    channel: &Channel<T>,
    verb: &'static str,
    site: Site,
    question: impl FnOnce(&State) -> usize,
) -> usize {
    let Some(id) = channel.running_object() else {
        return 0;
    };
    perform_now(What::new(verb).on(id).at(site), |world, _| {
        let answer = question(world.object::<State>(id));
        world.tell(|_| answer.to_string());
        (Seen::number(answer as u64), answer)
    })
}

fn is_empty(state: &State) -> usize {
    state.places.is_empty().into()
}

fn is_full(state: &State) -> usize {
    state.is_full().into()
}

fn length(state: &State) -> usize {
    state.places.len()
}

impl<T> Sender<T> {
    /// Whether there is no message in the channel, at this moment.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        look(&self.channel, "is_empty", Location::caller(), is_empty) == 1
    }

    /// Whether there is no room in the channel, at this moment.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        look(&self.channel, "is_full", Location::caller(), is_full) == 1
    }

    /// How many messages are in the channel, at this moment.
    #[track_caller]
    pub fn len(&self) -> usize {
        look(&self.channel, "len", Location::caller(), length)
    }

    /// How many messages it can hold.
    pub fn capacity(&self) -> Option<usize> {
        self.channel.room()
    }
}

impl<T> Receiver<T> {
    fn look(&self, verb: &'static str, site: Site, question: fn(&State) -> usize) -> usize {
        match &self.source {
            Source::Channel(channel) => look(channel, verb, site, question),
            Source::Timer(timer, _) => timer.look(verb, site).into(),
            Source::Never => 0,
        }
    }

    /// Whether there is no message in the channel, at this moment.
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.look("len", Location::caller(), length) == 0
    }

    /// Whether there is no room in the channel, at this moment.
    #[track_caller]
    pub fn is_full(&self) -> bool {
        match &self.source {
            Source::Never => true,
            _ => self.look("is_full", Location::caller(), is_full) == 1,
        }
    }

    /// How many messages are in the channel, at this moment.
    #[track_caller]
    pub fn len(&self) -> usize {
        self.look("len", Location::caller(), length)
    }

    /// How many messages it can hold.
    pub fn capacity(&self) -> Option<usize> {
        match &self.source {
            Source::Channel(channel) => channel.room(),
            Source::Timer(..) => Some(1),
            Source::Never => Some(0),
        }
    }
}
