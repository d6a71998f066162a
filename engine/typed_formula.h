// A typed formula as an objective type, for the kernels and the Hessian.
#pragma once

#include "engine/dual.h"
#include "engine/expression/formula.h"

namespace ravine {

struct TypedFormula {
    const Formula* formula;  ///< kept alive by whoever prepared this

    template <class T>
    T value(const T& x, const T& y) const {
        return formula->value(x, y);
    }
};

}  // namespace ravine
