//! A slip is a function, which asks the one before.

use std::any::{Any, TypeId};
use std::sync::Arc;
type Thing = Arc<dyn Any + Send + Sync>;
#[derive(Clone)]
pub struct Slip {
    find: Arc<dyn Fn(TypeId) -> Option<Thing> + Send + Sync>,
}
impl Default for Slip {
    fn default() -> Slip {
        Slip {
            find: Arc::new(|_| None),
        }
    }
}
impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let above = self.find.clone();
        let thing: Thing = Arc::new(thing);
        Slip {
            find: Arc::new(move |id| {
                if id == TypeId::of::<T>() {
                    Some(thing.clone())
                } else {
                    above(id)
                }
            }),
        }
    }
    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        (self.find)(TypeId::of::<T>())?.downcast().ok()
    }
}
