#include "app/figure/rule_pieces.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "app/figure/minus_signs.h"
#include "engine/expression/names.h"

namespace ravine {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool between(std::string_view c, std::string_view first, std::string_view last) {
    return c.size() == first.size() && c >= first && c <= last;
}

/// What may follow the letters of a sign: lowered signs, ′, ∞, a hat.
bool continues_sign(std::string_view c) { return between(c, "₀", "ₜ") || c == "′" || c == "∞" || c == "\u0302"; }

constexpr std::array<std::string_view, 10> raised_digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

class Reader {
public:
    Reader(std::string_view text, const Lookup& lookup) : text_(text), rest_(text), lookup_(lookup) {}

    RuleStatement run() {
        RuleStatement statement;
        skip_blanks();
        statement.left = take(sign_size());
        skip_blanks();
        for (const std::string_view arrow : {"←", "="})
            if (statement.arrow.empty() && rest_.starts_with(arrow)) statement.arrow = take(arrow.size());
        if (statement.left.empty() || statement.arrow.empty()) fail("has no left side");
        while (true) {
            gap_ = skip_blanks();
            if (rest_.empty()) break;
            next();
        }
        statement.right = std::move(pieces_);
        return statement;
    }

private:
    bool skip_blanks() {
        const std::size_t size = std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size());
        rest_.remove_prefix(size);
        return size > 0;
    }

    std::string take(std::size_t size) {
        std::string taken(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return taken;
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw std::logic_error(fmt::format("the rule's line '{}' {}", text_, why));
    }

    std::size_t sign_size() const {
        constexpr std::string_view norm = "‖g‖";
        if (rest_.starts_with(norm)) return norm.size();
        std::size_t size = 0;
        if (!rest_.empty() && is_letter(rest_[0]))
            while (size < rest_.size() && (is_letter(rest_[size]) || is_digit(rest_[size]))) ++size;
        else if (between(rest_.substr(0, first_character(rest_)), "Α", "ω"))
            size = first_character(rest_);
        if (size == 0) return 0;
        while (continues_sign(rest_.substr(size, first_character(rest_.substr(size)))))
            size += first_character(rest_.substr(size));
        return size;
    }

    /// Whether a value has just ended, so that another one behind it is multiplied.
    bool after_value() const {
        if (pieces_.empty()) return false;
        const PieceKind last = pieces_.back().kind;
        return last == PieceKind::sign || last == PieceKind::number || last == PieceKind::raised || last == PieceKind::close ||
               last == PieceKind::bar_close;
    }

    void add(PieceKind kind, std::string text, SignValue value = {}) {
        const bool begins_value = kind == PieceKind::sign || kind == PieceKind::number || kind == PieceKind::function ||
                                  kind == PieceKind::root || kind == PieceKind::open || kind == PieceKind::bar_open;
        if (begins_value && after_value()) pieces_.push_back({PieceKind::implied, "", {}, false, depth_});
        if (kind == PieceKind::close || kind == PieceKind::bar_close) --depth_;
        pieces_.push_back({kind, std::move(text), value, gap_, depth_});
        if (kind == PieceKind::open || kind == PieceKind::bar_open) ++depth_;
    }

    void next() {
        if (is_digit(rest_[0]) || rest_[0] == '.') return number();
        if (const std::size_t size = sign_size(); size > 0) return sign(take(size));
        const std::string c = take(first_character(rest_));
        if (c == "+") return after_value() ? add(PieceKind::add, "+") : void();
        if (c == "-" || c == "−" || c == "–") return add(after_value() ? PieceKind::add : PieceKind::negate, "−");
        for (const std::string_view times : {"*", "·", "×", "⋅", "∗"})
            if (c == times) return add(PieceKind::multiply, "·");
        if (c == "/" || c == "÷") return add(PieceKind::multiply, "/");
        if (c == "^") return add(PieceKind::power, "^");
        if (c == "√") return add(PieceKind::root, "√");
        if (c == "(") return add(PieceKind::open, "(");
        if (c == ")") return add(PieceKind::close, ")");
        if (c == ",") return add(PieceKind::comma, ",");
        if (c == "|") return bar();
        raised(c);
    }

    void bar() {
        const bool closes = bar_open_ && after_value();
        bar_open_ = !closes;
        add(closes ? PieceKind::bar_close : PieceKind::bar_open, "|");
    }

    void raised(std::string c) {
        std::string text;
        double exponent = 0, direction = 1;
        while (true) {
            const auto digit = std::ranges::find(raised_digits, c);
            if (c == "⁻" && text.empty())
                direction = -1;
            else if (digit != raised_digits.end())
                exponent = 10 * exponent + static_cast<double>(digit - raised_digits.begin());
            else
                fail(fmt::format("holds '{}', which means nothing", c));
            text += c;
            const std::string_view following = rest_.substr(0, first_character(rest_));
            if (std::ranges::find(raised_digits, following) == raised_digits.end()) break;
            c = take(following.size());
        }
        add(PieceKind::raised, text, {direction * exponent});
    }

    void number() {
        double value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc()) fail("holds a number that cannot be read");
        add(PieceKind::number, with_minus_signs(take(static_cast<std::size_t>(end - rest_.data()))),
            {value, SignValue::Kind::constant});
    }

    void sign(std::string text) {
        if (const auto known = lookup_(text)) return add(PieceKind::sign, std::move(text), *known);
        if (find_function(text) != nullptr) return add(PieceKind::function, std::move(text));
        if (text == "pi" || text == "π") return add(PieceKind::number, "π", {std::numbers::pi});
        if (text == "e") return add(PieceKind::number, "e", {std::numbers::e});
        fail(fmt::format("names '{}', which is unknown", text));
    }

    std::string_view text_, rest_;
    const Lookup& lookup_;
    std::vector<Piece> pieces_;
    bool gap_ = false, bar_open_ = false;
    int depth_ = 0;
};

}  // namespace

std::size_t first_character(std::string_view text) {
    std::size_t size = text.empty() ? 0 : 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
    return size;
}

RuleStatement read_statement(std::string_view text, const Lookup& lookup) { return Reader(text, lookup).run(); }

std::string_view left_of(std::string_view text) {
    const std::string_view left = text.substr(0, std::min(text.find("←"), text.find('=')));
    const std::size_t first = std::min(left.find_first_not_of(" \t\r\n"), left.size());
    return left.substr(first, left.find_last_not_of(" \t\r\n") + 1 - first);
}

}  // namespace ravine
