// The calculation that a typed text describes, as a graph in which nothing is computed twice and constants are computed already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "engine/expression/operation.h"

namespace ravine {

class Graph {
public:
    using Id = std::uint16_t;  ///< the place of a node; operands come before what uses them

    struct Node {
        Op op = Op::constant;
        Id a = 0, b = 0;
        double c = 0;
    };

    /// A new input. All inputs come before everything else.
    Id input();
    Id constant(double value);
    Id apply(Op op, Id a);
    Id apply(Op op, Id a, Id b);

    const std::vector<Node>& nodes() const { return nodes_; }
    const Node& operator[](Id id) const { return nodes_[id]; }
    bool is_constant(Id id) const { return nodes_[id].op == Op::constant; }

private:
    using Key = std::tuple<Op, Id, Id, std::uint64_t>;

    /// The node, an equal one where there is one already.
    Id shared(Node node);
    Id folded(Op op, Id a, Id b);
    /// `op` with one constant operand.
    Id with_constant_right(Op op, Id a, double c);
    Id with_constant_left(Op op, double c, Id b);
    Id raised(Id a, double c);

    std::vector<Node> nodes_;
    std::map<Key, Id> known_;
};

}  // namespace ravine
