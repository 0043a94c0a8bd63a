//! Rejected: never more is taken than there is
//!
//! What it has seen under the lock is old when it acts.

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
    if from.money() < amount {
        return false;
    }
    if from.number == to.number {
        count();
        return true;
    }
    let (low, high) = if from.number < to.number {
        (from, to)
    } else {
        (to, from)
    };
    let (mut low_money, mut high_money) = (low.money.lock().unwrap(), high.money.lock().unwrap());
    let (source, target) = if low.number == from.number {
        (&mut low_money, &mut high_money)
    } else {
        (&mut high_money, &mut low_money)
    };
    count();
    **source = source.saturating_sub(amount);
    **target += amount;
    true
}
