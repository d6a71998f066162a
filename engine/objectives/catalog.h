// The list of built-in objectives, in teaching order. To add one, write its file and add its name here: the menu, the command
// line, the kernels and the tests follow. (The build collects the headers of this folder.)
#pragma once

#include "engine/objectives/all.h"
#include "engine/type_list.h"

namespace ravine {

using ObjectiveTypes = TypeList<  //
    Bowl,                         //
    Ellipse,                      //
    Rosenbrock,                   //
    Beale,                        //
    Himmelblau,                   //
    ThreeHumpCamel,               //
    Rastrigin,                    //
    Saddle>;

}  // namespace ravine
