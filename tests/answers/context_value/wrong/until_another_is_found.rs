//! Rejected: the nearest of two is found
//!
//! The search goes up to the end, and what is found last is taken.

use std::any::Any;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip {
    link: Option<Arc<Link>>,
}

struct Link {
    thing: Arc<dyn Any + Send + Sync>,
    above: Slip,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let link = Link {
            thing: Arc::new(thing),
            above: self.clone(),
        };
        Slip {
            link: Some(Arc::new(link)),
        }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let link = self.link.as_ref()?;
        let above = link.above.get();
        above.or_else(|| Arc::clone(&link.thing).downcast().ok())
    }
}
