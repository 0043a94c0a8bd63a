//! With parking_lot, and references to the two guards put back into order.

use parking_lot::Mutex;

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
        *self.money.lock()
    }
}

pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    if from.number == to.number {
        let money = from.money.lock();
        if *money < amount {
            return false;
        }
        count();
        return true;
    }
    let (low, high) = if from.number < to.number {
        (from, to)
    } else {
        (to, from)
    };
    let (mut low_money, mut high_money) = (low.money.lock(), high.money.lock());
    let (source, target) = if low.number == from.number {
        (&mut low_money, &mut high_money)
    } else {
        (&mut high_money, &mut low_money)
    };
    if **source < amount {
        return false;
    }
    count();
    **source -= amount;
    **target += amount;
    true
}
