//! A reference-counted pointer whose counting others can watch.

use crate::given_away;
use std::any::Any;
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::error::Error;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::pin::Pin;
use std::sync::{Arc as Real, Weak as RealWeak};

/// Who watches the counting: one of them belongs to each [`Shared`] and [`Weak`], all of one value
/// to the same count.
///
/// Making, cloning and dropping one *is* the counting. The value is dropped between the drops of a
/// `Counter` and of its [`Counter::Behind`].
pub trait Counter: Sized + 'static {
    /// The watcher of a weak pointer.
    type Weak: WeakCounter<Strong = Self>;

    /// What is dropped behind the value.
    type Behind: 'static;

    /// The watcher of a value that is being made, with its first strong pointer.
    fn first() -> Self;

    /// Where the value lies, behind its counts.
    fn lies_at(&self, value: *const ());

    /// Another strong pointer to the same value.
    fn another(&self) -> Self;

    /// What is dropped behind the value.
    fn behind(&self) -> Self::Behind;

    /// Another weak pointer to the same value.
    fn weak(&self) -> Self::Weak;

    /// How many strong and weak pointers there are, for somebody who asks for it by `verb`.
    fn counts(&self, verb: &'static str) -> (usize, usize);

    /// Whether this is the only strong pointer, so that it may be given up for the value, and
    /// gives it up if so. By `verb`.
    fn give_up_if_only(&self, verb: &'static str) -> bool;

    /// Gives this strong pointer up, and says whether it was the last one. By `verb`.
    fn give_up(&self, verb: &'static str) -> bool;
}

/// The watcher of a weak pointer: see [`Counter`].
pub trait WeakCounter: Sized + 'static {
    /// The watcher of a strong pointer.
    type Strong;

    /// The watcher of a pointer to nothing.
    fn nothing() -> Self;

    /// Another weak pointer to the same value.
    fn another(&self) -> Self;

    /// A strong pointer, if the value is still there.
    fn upgrade(&self) -> Option<Self::Strong>;

    /// How many strong and weak pointers there are.
    fn counts(&self, verb: &'static str) -> (usize, usize);
}

/// As `std::sync::Arc`, watched by a `C`.
pub struct Shared<T: ?Sized, C: Counter> {
    // Dropped in this order.
    counter: C,
    value: Real<T>,
    behind: C::Behind,
}

/// As `std::sync::Weak`, watched by a `C`.
pub struct Weak<T: ?Sized, C: Counter> {
    counter: C::Weak,
    value: RealWeak<T>,
}

#[cfg(any_type)]
mod coercion {
    use super::{Counter, Shared, Weak};
    use std::marker::Unsize;
    use std::ops::CoerceUnsized;

    // To a trait object or a slice, as the real ones.
    impl<T: ?Sized + Unsize<U>, U: ?Sized, C: Counter> CoerceUnsized<Shared<U, C>> for Shared<T, C> {}
    impl<T: ?Sized + Unsize<U>, U: ?Sized, C: Counter> CoerceUnsized<Weak<U, C>> for Weak<T, C> {}
}

/// Lets a method take `self` as such a pointer. (Not of a trait object: for that the pointer would
/// have to be one address, and here its counter goes with it.)
#[cfg(any_type)]
mod receiving {
    use super::{Counter, Shared};
    use std::ops::LegacyReceiver;

    impl<T: ?Sized, C: Counter> LegacyReceiver for Shared<T, C> {}
}

impl<T, C: Counter> Shared<T, C> {
    /// See `Arc::new`.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self::of(Real::new(value))
    }

    /// See `Arc::pin`.
    #[track_caller]
    pub fn pin(value: T) -> Pin<Self> {
        // SAFETY: the value lies behind a real `Arc`, which does not move it, and no method of
        // this type moves it out while it is pinned: those that do take the pointer by value or
        // by unique reference, which `Pin` does not give.
        unsafe { Pin::new_unchecked(Self::new(value)) }
    }

    /// See `Arc::new_cyclic`.
    #[track_caller]
    pub fn new_cyclic(make: impl FnOnce(&Weak<T, C>) -> T) -> Self {
        let counter = C::first();
        let value = Real::new_cyclic(|weak| {
            make(&Weak {
                counter: counter.weak(),
                value: weak.clone(),
            })
        });
        counter.lies_at(Real::as_ptr(&value).cast());
        let behind = counter.behind();
        Shared {
            counter,
            value,
            behind,
        }
    }

    /// See `Arc::try_unwrap`.
    #[track_caller]
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        match this.counter.give_up_if_only("try_unwrap") {
            true => Ok(Self::take(this)),
            false => Err(this),
        }
    }

    /// See `Arc::into_inner`.
    #[track_caller]
    pub fn into_inner(this: Self) -> Option<T> {
        this.counter.give_up("into_inner").then(|| Self::take(this))
    }

    /// See `Arc::unwrap_or_clone`.
    #[track_caller]
    pub fn unwrap_or_clone(this: Self) -> T
    where
        T: Clone,
    {
        match this.counter.give_up_if_only("unwrap_or_clone") {
            true => Self::take(this),
            false => (*this).clone(),
        }
    }

    /// The value of the only pointer.
    fn take(this: Self) -> T {
        let Shared { value, .. } = this;
        Real::into_inner(value).expect("the count and the real one are equal")
    }
}

impl<T: ?Sized, C: Counter> Shared<T, C> {
    #[track_caller]
    fn of(value: Real<T>) -> Self {
        let counter = C::first();
        counter.lies_at(Real::as_ptr(&value).cast());
        let behind = counter.behind();
        Shared {
            counter,
            value,
            behind,
        }
    }

    /// See `Arc::downgrade`.
    #[track_caller]
    pub fn downgrade(this: &Self) -> Weak<T, C> {
        Weak {
            counter: this.counter.weak(),
            value: Real::downgrade(&this.value),
        }
    }

    /// See `Arc::strong_count`.
    #[track_caller]
    pub fn strong_count(this: &Self) -> usize {
        this.counter.counts("strong_count").0
    }

    /// See `Arc::weak_count`.
    #[track_caller]
    pub fn weak_count(this: &Self) -> usize {
        this.counter.counts("weak_count").1
    }

    /// See `Arc::get_mut`.
    #[track_caller]
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        match this.counter.counts("get_mut") {
            (1, 0) => Real::get_mut(&mut this.value),
            _ => None,
        }
    }

    /// See `Arc::make_mut`.
    #[track_caller]
    pub fn make_mut(this: &mut Self) -> &mut T
    where
        T: Clone,
    {
        // A pointer of its own, unless there is no other; as the real one, which leaves the weak
        // ones behind.
        if this.counter.counts("make_mut") != (1, 0) {
            *this = Self::of(Real::new((*this.value).clone()));
        }
        Real::get_mut(&mut this.value).expect("the count and the real one are equal")
    }

    /// See `Arc::ptr_eq`.
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        Real::ptr_eq(&this.value, &other.value)
    }

    /// See `Arc::as_ptr`.
    pub fn as_ptr(this: &Self) -> *const T {
        Real::as_ptr(&this.value)
    }
}

impl<T: ?Sized, C: Counter> Shared<T, C> {
    /// See `Arc::into_raw`.
    pub fn into_raw(this: Self) -> *const T {
        let Shared {
            counter,
            value,
            behind,
        } = this;
        let raw = Real::into_raw(value);
        given_away::keep(raw.cast(), Box::new((counter, behind)));
        raw
    }

    /// See `Arc::from_raw`.
    ///
    /// # Safety
    ///
    /// As for the real one.
    ///
    /// # Panics
    ///
    /// Panics if no pointer was given away that points there.
    #[track_caller]
    pub unsafe fn from_raw(raw: *const T) -> Self {
        let kept = given_away::take_if(raw.cast(), |kept| kept.is::<(C, C::Behind)>())
            .and_then(|kept| kept.downcast().ok());
        let kept: Box<(C, C::Behind)> = kept.expect(NOT_GIVEN_AWAY);
        let (counter, behind) = *kept;
        Shared {
            counter,
            // SAFETY: as the caller promises.
            value: unsafe { Real::from_raw(raw) },
            behind,
        }
    }

    /// See `Arc::increment_strong_count`.
    ///
    /// # Safety
    ///
    /// As for the real one.
    ///
    /// # Panics
    ///
    /// As for [`Shared::from_raw`].
    #[track_caller]
    pub unsafe fn increment_strong_count(raw: *const T) {
        // SAFETY: as the caller promises.
        let this = unsafe { Self::from_raw(raw) };
        Self::into_raw(this.clone());
        Self::into_raw(this);
    }

    /// See `Arc::decrement_strong_count`.
    ///
    /// # Safety
    ///
    /// As for the real one.
    ///
    /// # Panics
    ///
    /// As for [`Shared::from_raw`].
    #[track_caller]
    pub unsafe fn decrement_strong_count(raw: *const T) {
        // SAFETY: as the caller promises.
        drop(unsafe { Self::from_raw(raw) });
    }
}

const NOT_GIVEN_AWAY: &str = "failed to make a counted pointer: none was given away by `into_raw`";

impl<C: Counter> Shared<dyn Any + Send + Sync, C> {
    /// See `Arc::downcast`.
    pub fn downcast<T: Any + Send + Sync>(self) -> Result<Shared<T, C>, Self> {
        let Shared {
            counter,
            value,
            behind,
        } = self;
        match value.downcast() {
            Ok(value) => Ok(Shared {
                counter,
                value,
                behind,
            }),
            Err(value) => Err(Shared {
                counter,
                value,
                behind,
            }),
        }
    }
}

impl<T: ?Sized, C: Counter> Clone for Shared<T, C> {
    #[track_caller]
    fn clone(&self) -> Self {
        let counter = self.counter.another();
        let behind = counter.behind();
        Shared {
            counter,
            value: self.value.clone(),
            behind,
        }
    }
}

impl<T, C: Counter> Weak<T, C> {
    /// See `Weak::new`.
    pub fn new() -> Self {
        Weak {
            counter: C::Weak::nothing(),
            value: RealWeak::new(),
        }
    }
}

impl<T, C: Counter> Default for Weak<T, C> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ?Sized, C: Counter> Weak<T, C> {
    /// See `Weak::upgrade`.
    #[track_caller]
    pub fn upgrade(&self) -> Option<Shared<T, C>> {
        let counter = self.counter.upgrade()?;
        // In `new_cyclic` the value is counted already, and not there yet.
        let value = self.value.upgrade()?;
        let behind = counter.behind();
        Some(Shared {
            counter,
            value,
            behind,
        })
    }

    /// See `Weak::strong_count`.
    #[track_caller]
    pub fn strong_count(&self) -> usize {
        self.counter.counts("strong_count").0
    }

    /// See `Weak::weak_count`.
    #[track_caller]
    pub fn weak_count(&self) -> usize {
        match self.counter.counts("weak_count") {
            (0, _) => 0,
            (_, weak) => weak,
        }
    }

    /// See `Weak::ptr_eq`.
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.value.ptr_eq(&other.value)
    }
}

impl<T, C: Counter> Weak<T, C> {
    /// See `Weak::as_ptr`.
    pub fn as_ptr(&self) -> *const T {
        self.value.as_ptr()
    }

    /// See `Weak::into_raw`.
    pub fn into_raw(self) -> *const T {
        let Weak { counter, value } = self;
        let raw = value.into_raw();
        given_away::keep(raw.cast(), Box::new(counter));
        raw
    }

    /// See `Weak::from_raw`.
    ///
    /// # Safety
    ///
    /// As for the real one.
    ///
    /// # Panics
    ///
    /// Panics if no pointer was given away that points there.
    #[track_caller]
    pub unsafe fn from_raw(raw: *const T) -> Self {
        let kept = given_away::take_if(raw.cast(), |kept| kept.is::<C::Weak>());
        let kept: Option<Box<C::Weak>> = kept.and_then(|kept| kept.downcast().ok());
        Weak {
            counter: *kept.expect(NOT_GIVEN_AWAY),
            // SAFETY: as the caller promises.
            value: unsafe { RealWeak::from_raw(raw) },
        }
    }
}

impl<T: ?Sized, C: Counter> Clone for Weak<T, C> {
    #[track_caller]
    fn clone(&self) -> Self {
        Weak {
            counter: self.counter.another(),
            value: self.value.clone(),
        }
    }
}

impl<T: ?Sized, C: Counter> fmt::Debug for Weak<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}

impl<T: ?Sized, C: Counter> Deref for Shared<T, C> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized, C: Counter> AsRef<T> for Shared<T, C> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized, C: Counter> Borrow<T> for Shared<T, C> {
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized, C: Counter> Unpin for Shared<T, C> {}

macro_rules! as_the_value {
    ($($name:ident),*) => { $(
        impl<T: ?Sized + fmt::$name, C: Counter> fmt::$name for Shared<T, C> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )* };
}
as_the_value!(Debug, Display);

impl<T: ?Sized, C: Counter> fmt::Pointer for Shared<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&Self::as_ptr(self), f)
    }
}

impl<T: ?Sized + PartialEq, C: Counter> PartialEq for Shared<T, C> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + Eq, C: Counter> Eq for Shared<T, C> {}

impl<T: ?Sized + PartialOrd, C: Counter> PartialOrd for Shared<T, C> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: ?Sized + Ord, C: Counter> Ord for Shared<T, C> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: ?Sized + Hash, C: Counter> Hash for Shared<T, C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: ?Sized + Error, C: Counter> Error for Shared<T, C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl<T: Default, C: Counter> Default for Shared<T, C> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T, C: Counter> From<T> for Shared<T, C> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized, C: Counter> From<Box<T>> for Shared<T, C> {
    #[track_caller]
    fn from(value: Box<T>) -> Self {
        Self::of(Real::from(value))
    }
}

impl<T, const N: usize, C: Counter> From<[T; N]> for Shared<[T], C> {
    #[track_caller]
    fn from(value: [T; N]) -> Self {
        Self::of(Real::from(value))
    }
}

macro_rules! from_other {
    ($([$($T:ident $(: $bound:path)?)?] $from:ty => $to:ty;)*) => { $(
        impl<$($T $(: $bound)?,)? C: Counter> From<$from> for Shared<$to, C> {
            #[track_caller]
            fn from(value: $from) -> Self {
                Self::of(Real::from(value))
            }
        }
    )* };
}
from_other! {
    [] &str => str;
    [] String => str;
    [T: Clone] &[T] => [T];
    [T] Vec<T> => [T];
}

impl<T, C: Counter> FromIterator<T> for Shared<[T], C> {
    #[track_caller]
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self::of(parts.into_iter().collect())
    }
}
