//! `Mutex`, `RwLock`, `Condvar`, `Barrier` and poisoning.

use std::sync::{
    Barrier, BarrierWaitResult, Condvar, LockResult, Mutex, MutexGuard, PoisonError, RwLock,
    RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult, WaitTimeoutResult,
};
use std::thread;
use std::time::Duration;

fn taken<'a>(lock: LockResult<MutexGuard<'a, i32>>) -> MutexGuard<'a, i32> {
    lock.unwrap_or_else(PoisonError::into_inner)
}

fn mutex() {
    let lock = Mutex::new(1);
    println!("{lock:?}");
    *lock.lock().unwrap() += 1;
    {
        let held = lock.lock().unwrap();
        let tried: TryLockResult<_> = lock.try_lock();
        println!(
            "{} {held} {held:?} {lock:?}",
            matches!(tried, Err(TryLockError::WouldBlock))
        );
        println!("{}", tried.unwrap_err());
    }
    println!("{}", lock.is_poisoned());
    let panicked = thread::scope(|s| {
        let spoils = s.spawn(|| {
            let _held = lock.lock();
            std::panic::resume_unwind(Box::new("spoilt"));
        });
        spoils.join().is_err()
    });
    println!("{panicked} {} {lock:?}", lock.is_poisoned());
    println!("{}", lock.lock().unwrap_err());
    match lock.try_lock() {
        Err(TryLockError::Poisoned(error)) => println!("{} {error:?}", error.get_ref()),
        _ => println!("sound"),
    }
    *taken(lock.lock()) = 7;
    lock.clear_poison();
    println!("{}", lock.is_poisoned());
    let mut lock = lock;
    *lock.get_mut().unwrap() += 1;
    println!(
        "{} {:?} {:?}",
        lock.into_inner().unwrap(),
        Mutex::from(3),
        Mutex::<u8>::default()
    );
}

fn read_write() {
    let lock = RwLock::new(vec![1]);
    println!("{lock:?}");
    {
        let (one, two): (RwLockReadGuard<_>, RwLockReadGuard<_>) =
            (lock.read().unwrap(), lock.read().unwrap());
        println!("{one:?} {two:?} {}", lock.try_write().is_err());
    }
    {
        let mut writes: RwLockWriteGuard<_> = lock.write().unwrap();
        writes.push(2);
        println!("{writes:?} {} {lock:?}", lock.try_read().is_err());
        let reads = RwLockWriteGuard::downgrade(writes);
        println!("{} {}", reads.len(), lock.try_read().is_ok());
    }
    println!("{} {}", lock.try_write().is_ok(), lock.is_poisoned());
    lock.clear_poison();
    let mut lock = lock;
    lock.get_mut().unwrap().push(3);
    println!("{:?}", lock.into_inner().unwrap());
    println!("{:?} {:?}", RwLock::from(3), RwLock::<u8>::default());
}

fn condition() {
    let (lock, bell) = (Mutex::new(0), Condvar::new());
    println!("{bell:?}");
    thread::scope(|s| {
        s.spawn(|| {
            *lock.lock().unwrap() = 2;
            bell.notify_all();
        });
        let mut value = lock.lock().unwrap();
        while *value < 2 {
            value = bell.wait(value).unwrap();
        }
        *value = 3;
        drop(value);
        let value = bell
            .wait_while(lock.lock().unwrap(), |value| *value < 3)
            .unwrap();
        println!("{value}");
    });
    let short = Duration::from_millis(1);
    let (value, timed): (_, WaitTimeoutResult) =
        bell.wait_timeout(lock.lock().unwrap(), short).unwrap();
    drop(value);
    println!("{} {timed:?}", timed.timed_out());
    let (value, timed) = bell
        .wait_timeout_while(lock.lock().unwrap(), short, |value| *value < 9)
        .unwrap();
    println!("{value} {}", timed.timed_out());
    bell.notify_one();
    let _default = Condvar::default();
}

fn barrier() {
    let both = Barrier::new(2);
    println!("{both:?}");
    let leaders = thread::scope(|s| {
        let other = s.spawn(|| both.wait());
        let mine: BarrierWaitResult = both.wait();
        usize::from(mine.is_leader()) + usize::from(other.join().unwrap().is_leader())
    });
    println!("{leaders}");
}

fn main() {
    mutex();
    read_write();
    condition();
    barrier();
}
