//! One lock and one bell for the whole tree, and arrows that lead up.

use parking_lot::{Condvar, Mutex};
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Task {
    tree: Arc<(Mutex<Vec<Place>>, Condvar)>,
    place: usize,
}

struct Place {
    above: Option<usize>,
    has_ended: bool,
}

fn has_ended(places: &[Place], place: usize) -> bool {
    let Place { above, has_ended } = places[place];
    has_ended || above.is_some_and(|above| self::has_ended(places, above))
}

impl Task {
    pub fn first() -> Task {
        let task = Task::default();
        task.add(None);
        task
    }

    fn add(&self, above: Option<usize>) -> usize {
        let mut places = self.tree.0.lock();
        places.push(Place {
            above,
            has_ended: false,
        });
        places.len() - 1
    }

    pub fn below(&self) -> Task {
        Task {
            place: self.add(Some(self.place)),
            tree: Arc::clone(&self.tree),
        }
    }

    pub fn end(&self) {
        self.tree.0.lock()[self.place].has_ended = true;
        self.tree.1.notify_all();
    }

    pub fn has_ended(&self) -> bool {
        has_ended(&self.tree.0.lock(), self.place)
    }

    pub fn wait(&self) {
        let mut places = self.tree.0.lock();
        while !has_ended(&places, self.place) {
            self.tree.1.wait(&mut places);
        }
    }
}
