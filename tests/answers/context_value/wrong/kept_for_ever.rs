//! Rejected: what is on no slip any more is dropped
//!
//! A leaked link can be looked at without counting its owners, and has none who clears it away.

use std::any::Any;
use std::sync::Arc;

#[derive(Clone, Copy, Default)]
pub struct Slip(Option<&'static Link>);

struct Link {
    thing: Arc<dyn Any + Send + Sync>,
    above: Slip,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let link = Link {
            thing: Arc::new(thing),
            above: *self,
        };
        Slip(Some(Box::leak(Box::new(link))))
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let mut slip = self;
        while let Some(link) = slip.0 {
            if let Ok(thing) = Arc::clone(&link.thing).downcast() {
                return Some(thing);
            }
            slip = &link.above;
        }
        None
    }
}
