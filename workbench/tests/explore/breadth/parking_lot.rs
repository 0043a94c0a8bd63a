//! `parking_lot`.

use parking_lot::{
    Condvar, FairMutex, FairMutexGuard, MappedMutexGuard, MappedRwLockReadGuard,
    MappedRwLockWriteGuard, Mutex, MutexGuard, Once, OnceState, ReentrantMutex,
    ReentrantMutexGuard, RwLock, RwLockReadGuard, RwLockUpgradableReadGuard, RwLockWriteGuard,
    WaitTimeoutResult,
};
use std::cell::Cell;
use std::thread;
use std::time::{Duration, Instant};

static SHELF: Mutex<u32> = Mutex::new(1);
static BOOKS: RwLock<u32> = RwLock::new(1);
const SHORT: Duration = Duration::from_millis(1);

fn mutex() {
    println!("{SHELF:?}");
    let mut held: MutexGuard<'_, u32> = SHELF.lock();
    println!("{} {:?}", SHELF.is_locked(), SHELF.try_lock().is_none());
    println!("{:?}", SHELF.try_lock_for(SHORT).is_none());
    println!(
        "{:?}",
        SHELF.try_lock_until(Instant::now() + SHORT).is_none()
    );
    println!("{SHELF:?} {held} {held:?}");
    MutexGuard::bump(&mut held);
    println!("{}", MutexGuard::unlocked(&mut held, || SHELF.is_locked()));
    println!(
        "{}",
        MutexGuard::unlocked_fair(&mut held, || SHELF.is_locked())
    );
    println!("{}", MutexGuard::mutex(&held).is_locked());
    MutexGuard::unlock_fair(held);
    let pair = Mutex::new((1, "a"));
    let second: MappedMutexGuard<'_, &str> = MutexGuard::map(pair.lock(), |pair| &mut pair.1);
    println!("{second}");
    drop(second);
    let none = MutexGuard::try_map(pair.lock(), |_| None::<&mut u8>);
    println!("{}", none.is_err());
    drop(none);
    let mut pair = pair;
    pair.get_mut().0 = 5;
    println!(
        "{:?} {:?} {:?}",
        pair.into_inner(),
        Mutex::<u8>::default(),
        Mutex::from(2)
    );
    let fair = FairMutex::new(1);
    let held: FairMutexGuard<'_, i32> = fair.lock();
    println!("{held} {}", fair.is_locked());
    *MutexGuard::leak(Mutex::new(3).lock_leaked()) += 1;
}

trait LockLeaked {
    fn lock_leaked(self) -> MutexGuard<'static, u32>;
}

impl LockLeaked for Mutex<u32> {
    fn lock_leaked(self) -> MutexGuard<'static, u32> {
        Box::leak(Box::new(self)).lock()
    }
}

fn read_write() {
    println!("{BOOKS:?}");
    {
        let one: RwLockReadGuard<'_, u32> = BOOKS.read();
        println!(
            "{one} {} {}",
            BOOKS.try_read().is_some(),
            BOOKS.try_write().is_none()
        );
        println!("{} {}", BOOKS.is_locked(), BOOKS.is_locked_exclusive());
        println!("{}", BOOKS.try_write_for(SHORT).is_none());
        println!(
            "{}",
            BOOKS.try_write_until(Instant::now() + SHORT).is_none()
        );
        println!("{}", BOOKS.try_read_for(SHORT).is_some());
        println!("{}", BOOKS.try_read_until(Instant::now() + SHORT).is_some());
        RwLockReadGuard::unlock_fair(one);
    }
    {
        let mut writes: RwLockWriteGuard<'_, u32> = BOOKS.write();
        *writes += 1;
        println!("{writes:?} {BOOKS:?}");
        let may: RwLockUpgradableReadGuard<'_, u32> =
            RwLockWriteGuard::downgrade_to_upgradable(writes);
        println!(
            "{} {}",
            BOOKS.try_upgradable_read().is_none(),
            BOOKS.try_read().is_some()
        );
        let mut writes = RwLockUpgradableReadGuard::upgrade(may);
        *writes += 1;
        println!("{}", RwLockWriteGuard::downgrade(writes));
    }
    let mut may = BOOKS.upgradable_read();
    println!("{}", may.with_upgraded(|books| *books));
    println!("{:?}", may.try_with_upgraded(|books| *books));
    let writes = RwLockUpgradableReadGuard::try_upgrade(may);
    println!("{}", writes.is_ok());
    drop(writes);
    println!(
        "{}",
        RwLockUpgradableReadGuard::downgrade(BOOKS.upgradable_read())
    );
    println!("{}", BOOKS.try_upgradable_read_for(SHORT).is_some());
    let pair = RwLock::new((1, 2));
    let read: MappedRwLockReadGuard<'_, i32> = RwLockReadGuard::map(pair.read(), |pair| &pair.0);
    println!("{read}");
    drop(read);
    let mut write: MappedRwLockWriteGuard<'_, i32> =
        RwLockWriteGuard::map(pair.write(), |pair| &mut pair.1);
    *write += 1;
    drop(write);
    println!("{:?} {:?}", pair.into_inner(), RwLock::from(1));
}

fn others() {
    let again = ReentrantMutex::new(Cell::new(1));
    let one: ReentrantMutexGuard<'_, Cell<i32>> = again.lock();
    let two = again.lock();
    two.set(2);
    println!(
        "{} {} {}",
        one.get(),
        again.is_locked(),
        again.is_owned_by_current_thread()
    );
    println!("{}", again.try_lock().is_some());
    drop((one, two));
    println!("{}", again.into_inner().get());

    let once = Once::new();
    println!("{:?} {once:?}", once.state());
    once.call_once(|| println!("once"));
    once.call_once_force(|_| println!("twice"));
    println!("{:?} {}", once.state(), once.state() == OnceState::Done);

    let (lock, bell) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *lock.lock() = 1;
            bell.notify_all();
        });
        let mut value = lock.lock();
        while *value == 0 {
            bell.wait(&mut value);
        }
        bell.wait_while(&mut value, |value| *value == 0);
        println!("{value}");
    });
    let mut value = lock.lock();
    let timed: WaitTimeoutResult = bell.wait_for(&mut value, SHORT);
    println!("{} {timed:?}", timed.timed_out());
    println!(
        "{}",
        bell.wait_until(&mut value, Instant::now() + SHORT)
            .timed_out()
    );
    println!(
        "{}",
        bell.wait_while_for(&mut value, |_| true, SHORT).timed_out()
    );
    println!("{} {}", bell.notify_one(), bell.notify_all());
}

fn main() {
    mutex();
    read_write();
    others();
}
