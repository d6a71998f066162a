// The list of built-in objectives, in teaching order. To add one, write its file and add its name here: the menu, the command
// line, the kernels and the tests follow. (The build collects the headers of this folder.)
#pragma once

#include "engine/objectives/all.h"
#include "engine/type_list.h"

namespace ravine {

using ObjectiveTypes = TypeList<  //
    Bowl,                         //
    Ellipse,                      //
    Matyas,                       //
    Booth,                        //
    Absolute,                     //
    Rosenbrock,                   //
    Beale,                        //
    Plateau,                      //
    Saddle,                       //
    MonkeySaddle,                 //
    DoubleWell,                   //
    Himmelblau,                   //
    ThreeHumpCamel,               //
    SixHumpCamel,                 //
    McCormick,                    //
    Branin,                       //
    StyblinskiTang,               //
    GoldsteinPrice,               //
    Rastrigin,                    //
    Ackley,                       //
    Griewank,                     //
    Levy13,                       //
    DropWave,                     //
    Schaffer2,                    //
    Easom,                        //
    CrossInTray,                  //
    Eggholder,                    //
    Bukin6,                       //
    LinearRegression,             //
    LogisticRegression,           //
    Neuron,                       //
    NetworkSlice>;

}  // namespace ravine
