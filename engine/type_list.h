// A list of types: how a catalogue names its members.
#pragma once

namespace ravine {

template <class... T>
struct TypeList {};

}  // namespace ravine
