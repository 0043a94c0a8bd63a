//! Rejected: three transfers in a circle come to an end
//!
//! Whoever takes from an odd till begins with the other: two cannot wait for each other, three can.

use std::sync::Mutex;

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
    let (mut source, mut target);
    if from.number + 1 == to.number {
        source = from.money.lock().unwrap();
        target = to.money.lock().unwrap();
    } else if from.number > to.number + 1 {
        source = from.money.lock().unwrap();
        target = to.money.lock().unwrap();
    } else {
        target = to.money.lock().unwrap();
        source = from.money.lock().unwrap();
    }
    if *source < amount {
        return false;
    }
    count();
    *source -= amount;
    *target += amount;
    true
}
