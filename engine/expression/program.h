// A typed text, compiled: a straight line of instructions over a few registers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/expression/graph.h"
#include "engine/expression/operation.h"

namespace ravine {

class Program {
public:
    /// Enough for everything within the limits of a typed text.
    static constexpr std::size_t max_registers = 640, few_registers = 24;

    /// The parts of `graph` that `results` need. Registers are used again as soon as nobody needs what they hold; those
    /// of inputs are never written.
    Program(const Graph& graph, std::span<const Graph::Id> results);

    /// How many registers run() needs. The first ones are the inputs, in the order in which the graph made them.
    std::size_t registers() const { return registers_; }
    /// Where result k is found after run().
    std::size_t result(std::size_t k) const { return results_[k]; }
    std::size_t size() const { return code_.size(); }

    /// Whether run() may be given several numbers at once without filling more than a few pages of the stack.
    bool is_small() const { return registers_ <= few_registers; }

    /// Calls `body(registers)` with room for registers(), on the stack: small programs stay within a page of it.
    template <class T, class Body>
    [[gnu::always_inline]] void with_registers(const Body& body) const {
        if (!is_small()) return with_much_room<T>(body);
        T registers[few_registers];
        body(registers);
    }

    /// For N numbers at once: register k is registers[N · k] to registers[N · k + N − 1], each number by itself. T is double,
    /// Lanes<A>, or a Dual of these.
    template <std::size_t N = 1, class T>
    void run(T* registers) const {
        const Instruction* const end = code_.data() + code_.size();
        for (const Instruction* i = code_.data(); i != end; ++i) execute<N>(*i, registers);
    }

private:
    template <class T, class Body>
    [[gnu::noinline]] static void with_much_room(const Body& body) {
        T registers[max_registers];
        body(registers);
    }

    std::vector<Instruction> code_;
    std::vector<std::uint16_t> results_;
    std::size_t registers_ = 0;
};

}  // namespace ravine
