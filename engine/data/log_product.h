// Σ log aᵢ with one logarithm: that of Π aᵢ. Whoever adds sees to it that the product neither over- nor underflows.
#pragma once

#include "engine/dual.h"

namespace ravine {

template <class T>
class LogProduct {
public:
    void add(const T& a) { product_ = product_ * a; }
    T total() const { return log(product_); }

private:
    T product_{1.0};
};

/// The value is that of LogProduct<T>, bit for bit.
template <class T>
class LogProduct<Dual<T>> {
public:
    void add(const Dual<T>& a) {
        values_.add(a.v);
        const T inverse = 1.0 / a.v;
        dx_ = dx_ + a.dx * inverse;
        dy_ = dy_ + a.dy * inverse;
    }
    Dual<T> total() const { return {values_.total(), dx_, dy_}; }

private:
    LogProduct<T> values_;
    T dx_{0.0}, dy_{0.0};
};

}  // namespace ravine
