// The list of built-in optimizers, in teaching order. To add one, write its file and add its name here: the menu, the command
// line, the kernels and the tests follow. (The build collects the headers of this folder.)
#pragma once

#include <span>

#include "engine/optimizer.h"
#include "engine/optimizers/all.h"
#include "engine/type_list.h"

namespace ravine {

using OptimizerTypes = TypeList<  //
    GradientDescent,              //
    Momentum,                     //
    Nesterov,                     //
    AdaGrad,                      //
    RmsProp,                      //
    AdaDelta,                     //
    Adam,                         //
    AdamW,                        //
    AdaMax,                       //
    NAdam,                        //
    RAdam,                        //
    Qhm,                          //
    QhAdam,                       //
    Yogi,                         //
    AdaBelief,                    //
    Adan,                         //
    SignSgd,                      //
    Lion,                         //
    Rprop,                        //
    Lookahead,                    //
    Newton,                       //
    Lbfgs>;

/// Writes what a run's accumulators hold before the first update, one per name in OptimizerInfo::state.
void start_state(int optimizer, std::span<const double> params, std::span<double> state);

}  // namespace ravine
