//! Rejected: opposite transfers come to an end
//! Says: get nowhere
//!
//! Both take one, try the other, give back, and begin again, for ever.

use std::sync::Mutex;
use std::thread;

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
        let money = from.money.lock().unwrap();
        let enough = *money >= amount;
        if enough {
            count();
        }
        return enough;
    }
    loop {
        let mut source = from.money.lock().unwrap();
        let Ok(mut target) = to.money.try_lock() else {
            drop(source);
            thread::yield_now();
            continue;
        };
        if *source < amount {
            return false;
        }
        count();
        *source -= amount;
        *target += amount;
        return true;
    }
}
