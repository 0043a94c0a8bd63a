//! Rejected: it does not compile, E0277
//!
//! An `Rc` counts without looking at other threads.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip {
    link: Option<Rc<Link>>,
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
            link: Some(Rc::new(link)),
        }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let mut slip = self;
        while let Some(link) = &slip.link {
            if let Ok(thing) = Arc::clone(&link.thing).downcast() {
                return Some(thing);
            }
            slip = &link.above;
        }
        None
    }
}
