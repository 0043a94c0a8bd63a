//! `Arc` and `Weak`, `std::task::Wake`.

use std::any::Any;
use std::borrow::Borrow;
use std::collections::HashMap;
use std::error::Error;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Wake, Waker};
use std::{fmt, ptr, thread};

trait Speaks {
    fn speak(&self) -> String;
}

impl Speaks for String {
    fn speak(&self) -> String {
        format!("I am {self}")
    }
}

struct Shelf(u32);

impl Shelf {
    fn keep(self: Arc<Self>) -> usize {
        Arc::strong_count(&self)
    }

    fn another(self: &Arc<Self>) -> Arc<Self> {
        Arc::clone(self)
    }
}

struct Node {
    own: Weak<Node>,
    number: u32,
}

struct Bell(Mutex<u32>);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        *self.0.lock().unwrap() += 1;
    }
}

struct Twice(bool);

impl Future for Twice {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.0 {
            return Poll::Ready("done");
        }
        self.0 = true;
        let waker = context.waker().clone();
        thread::spawn(move || waker.wake()).join().unwrap();
        Poll::Pending
    }
}

fn counts() {
    let one = Arc::new(5);
    let weak = Arc::downgrade(&one);
    let two = one.clone();
    println!("{} {}", Arc::strong_count(&one), Arc::weak_count(&one));
    println!("{} {}", weak.strong_count(), weak.weak_count());
    println!(
        "{} {}",
        Arc::ptr_eq(&one, &two),
        Arc::ptr_eq(&one, &Arc::new(5))
    );
    println!("{:?} {:?}", weak.upgrade(), weak.ptr_eq(&weak.clone()));
    println!("{:?}", Arc::try_unwrap(one));
    println!("{:?}", Arc::into_inner(two));
    println!(
        "{:?} {weak:?} {:?}",
        weak.upgrade(),
        Weak::<u8>::new().upgrade()
    );
    let mut text = Arc::new("a".to_owned());
    Arc::get_mut(&mut text).unwrap().push('b');
    let other = Arc::clone(&text);
    Arc::make_mut(&mut text).push('c');
    println!("{text} {other} {}", Arc::unwrap_or_clone(other.clone()));
    let node = Arc::new_cyclic(|own: &Weak<Node>| Node {
        own: own.clone(),
        number: 4,
    });
    println!("{}", node.own.upgrade().unwrap().number);
    println!("{:?}", Weak::<u8>::default().upgrade());
}

fn raw() {
    let one = Arc::new(7);
    let place = Arc::as_ptr(&one);
    let raw = Arc::into_raw(one);
    println!("{}", ptr::eq(place, raw));
    // SAFETY: it comes from `into_raw`, and is given back twice for the two that there are.
    unsafe {
        Arc::increment_strong_count(raw);
        let one = Arc::from_raw(raw);
        println!("{} {}", one, Arc::strong_count(&one));
        Arc::decrement_strong_count(raw);
        println!("{}", Arc::strong_count(&one));
        let weak = Arc::downgrade(&one).into_raw();
        let weak = Weak::from_raw(weak);
        println!("{:?} {}", weak.upgrade(), ptr::eq(weak.as_ptr(), place));
    }
}

fn shapes() {
    let speaks: Arc<dyn Speaks + Send + Sync> = Arc::new("Emma".to_owned());
    println!("{}", speaks.speak());
    let shelf = Arc::new(Shelf(3));
    println!("{} {}", shelf.another().keep(), shelf.0);
    let any: Arc<dyn Any + Send + Sync> = Arc::new(3_u32);
    println!("{:?}", any.clone().downcast::<u32>().map(|number| *number));
    println!("{}", any.downcast::<String>().is_err());
    let slice: Arc<[u32]> = vec![1, 2].into();
    let text: Arc<str> = "text".into();
    let owned: Arc<str> = String::from("owned").into();
    let boxed: Arc<u32> = Box::new(9).into();
    let collected: Arc<[u32]> = (0..3).collect();
    println!("{slice:?} {text} {owned} {boxed} {collected:?}");
    println!("{:?}", Arc::<[u32]>::from([1_u32, 2]));
    let error: Arc<dyn Error + Send + Sync> = Arc::new(fmt::Error);
    println!("{error} {}", error.source().is_none());
    let mut titles = HashMap::new();
    titles.insert(text.clone(), 1);
    println!("{:?} {}", titles.get("text"), text == owned);
    let lent: &u32 = boxed.borrow();
    println!("{lent} {} {:?}", boxed.as_ref(), boxed.cmp(&Arc::new(10)));
    println!("{:?} {}", Arc::<u32>::default(), *Arc::pin(6));
    let callback: Arc<dyn Fn(u32) -> u32 + Send + Sync> = Arc::new(|number| number + 1);
    println!("{}", thread::spawn(move || callback(1)).join().unwrap());
}

fn wakes() {
    let bell = Arc::new(Bell(Mutex::new(0)));
    let waker: Waker = bell.clone().into();
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(Twice(false));
    println!("{:?}", future.as_mut().poll(&mut context));
    println!("{:?}", future.as_mut().poll(&mut context));
    waker.wake_by_ref();
    println!("{}", bell.0.lock().unwrap());
}

fn main() {
    counts();
    raw();
    shapes();
    wakes();
}
