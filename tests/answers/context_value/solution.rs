use std::any::Any;
use std::sync::Arc;

/// What belongs to a request.
#[derive(Clone, Default)]
pub struct Slip {
    link: Option<Arc<Link>>,
}

/// One thing, and the slip that it was added to.
struct Link {
    thing: Arc<dyn Any + Send + Sync>,
    above: Slip,
}

impl Slip {
    /// A slip with this thing on it as well, made from this one.
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let link = Link {
            thing: Arc::new(thing),
            above: self.clone(),
        };
        Slip {
            link: Some(Arc::new(link)),
        }
    }

    /// The nearest thing of this type.
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
