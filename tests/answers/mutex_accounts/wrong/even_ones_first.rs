//! Rejected: opposite transfers come to an end, whatever the numbers
//!
//! An order, but not among the even tills.

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
        let m = from.money.lock().unwrap();
        if *m < amount {
            return false;
        }
        count();
        return true;
    }
    let (mut s, mut t);
    if from.number % 2 == 0 {
        s = from.money.lock().unwrap();
        t = to.money.lock().unwrap();
    } else {
        t = to.money.lock().unwrap();
        s = from.money.lock().unwrap();
    }
    if *s < amount {
        return false;
    }
    count();
    *s -= amount;
    *t += amount;
    true
}
