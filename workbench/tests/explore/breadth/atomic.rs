//! `std::sync::atomic`, every method.

use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
    Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst},
    compiler_fence, fence,
};

macro_rules! numbers {
    ($($atomic:ident)*) => { $({
        let number = $atomic::new(5);
        number.store(6, Release);
        print!("{} ", number.swap(7, AcqRel));
        print!("{:?} ", number.compare_exchange(7, 8, AcqRel, Acquire));
        print!("{:?} ", number.compare_exchange(7, 9, SeqCst, Relaxed));
        while number.compare_exchange_weak(8, 9, SeqCst, Relaxed).is_err() {}
        print!("{} {} ", number.fetch_add(3, Relaxed), number.fetch_sub(1, Relaxed));
        print!("{} {} ", number.fetch_and(14, Relaxed), number.fetch_or(1, Relaxed));
        print!("{} {} ", number.fetch_xor(2, Relaxed), number.fetch_nand(3, Relaxed));
        print!("{} {} ", number.fetch_max(20, Relaxed), number.fetch_min(2, Relaxed));
        print!("{:?} ", number.fetch_update(SeqCst, SeqCst, |n| n.checked_add(1)));
        print!("{:?} ", number.try_update(SeqCst, SeqCst, |_| None));
        print!("{:?} ", number.update(SeqCst, SeqCst, |n| n / 2));
        let mut number = number;
        *number.get_mut() = 40;
        print!("{number:?} ");
        print!("{:?} {:?} ", $atomic::default(), $atomic::from(3));
        println!("{} {}", number.load(Acquire), number.into_inner());
    })* };
}

static TURN: AtomicUsize = AtomicUsize::new(0);

fn main() {
    numbers! {
        AtomicI8 AtomicI16 AtomicI32 AtomicI64 AtomicIsize
        AtomicU8 AtomicU16 AtomicU32 AtomicU64 AtomicUsize
    }
    let flag = AtomicBool::new(true);
    println!(
        "{} {}",
        flag.swap(false, SeqCst),
        flag.load(Ordering::SeqCst)
    );
    println!("{:?}", flag.compare_exchange(false, true, SeqCst, SeqCst));
    println!(
        "{} {}",
        flag.fetch_and(true, SeqCst),
        flag.fetch_or(false, SeqCst)
    );
    println!(
        "{} {}",
        flag.fetch_xor(true, SeqCst),
        flag.fetch_nand(true, SeqCst)
    );
    println!("{} {:?}", flag.fetch_not(SeqCst), flag);
    println!(
        "{:?}",
        flag.fetch_update(SeqCst, SeqCst, |flag| Some(!flag))
    );
    println!("{:?}", flag.try_update(SeqCst, SeqCst, |_| None));
    println!("{:?}", flag.update(SeqCst, SeqCst, |flag| !flag));
    let mut flag = flag;
    *flag.get_mut() = true;
    println!(
        "{} {:?} {:?}",
        flag.into_inner(),
        AtomicBool::default(),
        AtomicBool::from(true)
    );

    let (mut one, mut two) = (1, 2);
    let (one, two): (*mut i32, *mut i32) = (&mut one, &mut two);
    let pointer = AtomicPtr::new(one);
    fn can_be_sent(_: &impl Send) {}
    can_be_sent(&pointer);
    println!("{}", pointer.swap(two, SeqCst) == one);
    println!(
        "{}",
        pointer.compare_exchange(one, two, SeqCst, SeqCst).is_err()
    );
    println!(
        "{}",
        pointer.compare_exchange(two, one, SeqCst, SeqCst) == Ok(two)
    );
    println!(
        "{}",
        pointer.fetch_update(SeqCst, SeqCst, |_| Some(two)) == Ok(one)
    );
    println!("{}", pointer.update(SeqCst, SeqCst, |_| one) == two);
    println!(
        "{}",
        pointer.try_update(SeqCst, SeqCst, |_| None) == Err(one)
    );
    pointer.store(two, SeqCst);
    let mut pointer = pointer;
    *pointer.get_mut() = one;
    println!(
        "{} {}",
        pointer.load(SeqCst) == one,
        pointer.into_inner() == one
    );
    println!("{}", AtomicPtr::<u8>::default().into_inner().is_null());

    fence(SeqCst);
    compiler_fence(Release);
    println!("{}", TURN.fetch_add(1, Relaxed));
}
