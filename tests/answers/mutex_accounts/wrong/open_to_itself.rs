//! Rejected: a till is nobody else's during a transfer to itself
//! Says: by 2 at the same time

use std::sync::Mutex;
#[derive(Debug)]
pub struct Till {
    number: u32,
    money: Mutex<u64>,
}
impl Till {
    pub fn new(number: u32, money: u64) -> Till {
        Till {
            number,
            money: Mutex::new(money),
        }
    }
    pub fn number(&self) -> u32 {
        self.number
    }
    pub fn money(&self) -> u64 {
        *self.money.lock().unwrap()
    }
}
pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    if from.number == to.number {
        if from.money() < amount {
            return false;
        }
        count();
        return true;
    }
    let (a, b) = if from.number < to.number {
        (from, to)
    } else {
        (to, from)
    };
    let mut a = a.money.lock().unwrap();
    let mut b = b.money.lock().unwrap();
    let (s, t) = if from.number < to.number {
        (&mut a, &mut b)
    } else {
        (&mut b, &mut a)
    };
    if **s < amount {
        return false;
    }
    count();
    **s -= amount;
    **t += amount;
    true
}
