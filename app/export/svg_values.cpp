#include "app/export/svg_values.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <utility>

#include <fmt/format.h>

namespace ravine {
namespace {

constexpr double limit = 1e12;  // hundredths: beyond any picture, and whole numbers still are exact

long long hundredths(double value) { return std::isnan(value) ? 0 : std::llround(std::clamp(value * 100, -limit, limit)); }

void append_number(std::string& to, long long n) {
    if (n < 0) to.push_back('-'), n = -n;
    const long long whole = n / 100, part = n % 100;
    if (whole != 0 || part == 0) fmt::format_to(std::back_inserter(to), "{}", whole);
    if (part == 0) return;
    to.push_back('.');
    to.push_back(static_cast<char>('0' + part / 10));
    if (part % 10 != 0) to.push_back(static_cast<char>('0' + part % 10));
}

/// Path data: commands with steps from where the last one ended, as rounded.
class Pen {
public:
    std::string data;

    void move(Point to) {
        const Place next = place(to);
        // The first one is from the origin; later ones are shorter as steps.
        command('m', next);
        begin_ = at_ = next;
    }

    void line(Point to) {
        const Place next = place(to);
        if (next == at_) {
            if (last_ != 'm') return;
            command('l', next);
        } else if (next.y == at_.y) {
            letter('h'), number(next.x - at_.x);
        } else if (next.x == at_.x) {
            letter('v'), number(next.y - at_.y);
        } else {
            command('l', next);
        }
        at_ = next;
    }

    void arc(const Outline::Piece& p) {
        if (const Point begin = on_circle(p.at, p.radius, p.from); !(place(begin) == at_)) line(begin);
        // Of a whole circle, an SVG arc would not know where it goes.
        const double turn = p.to - p.from;
        const int parts = turn > 1.5 * std::numbers::pi ? 2 : 1;
        for (int k = 1; k <= parts; ++k) {
            const Place next = place(on_circle(p.at, p.radius, p.from + turn * k / parts));
            letter('a');
            number(hundredths(p.radius)), number(hundredths(p.radius));
            data += turn / parts > std::numbers::pi ? " 0 1 1" : " 0 0 1";
            number(next.x - at_.x), number(next.y - at_.y);
            at_ = next;
        }
    }

    void close() {
        letter('z');
        at_ = begin_;
    }

private:
    struct Place {
        long long x = 0, y = 0;
        bool operator==(const Place&) const = default;
    };
    static Place place(Point p) { return {hundredths(p.x), hundredths(p.y)}; }

    void command(char c, Place next) { letter(c), number(next.x - at_.x), number(next.y - at_.y); }

    void letter(char c) {
        const bool implied = (c == last_ && (c == 'l' || c == 'h' || c == 'v')) || (c == 'l' && last_ == 'm');
        if (!implied) data.push_back(c);
        after_letter_ = !implied;
        last_ = c;
    }

    void number(long long n) {
        if (!after_letter_ && n >= 0) data.push_back(' ');
        append_number(data, n);
        after_letter_ = false;
    }

    Place at_, begin_;
    char last_ = 0;
    bool after_letter_ = false;
};

}  // namespace

std::string svg_number(double value) {
    std::string out;
    append_number(out, hundredths(value));
    return out;
}

std::string svg_color(std::string_view name, Color c) {
    const auto byte = [](float v) { return std::lround(std::clamp(v, 0.0F, 1.0F) * 255); };
    std::string out = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", name, byte(c.r), byte(c.g), byte(c.b));
    const std::string_view of = name.substr(0, name.find('-'));
    if (c.a < 1) fmt::format_to(std::back_inserter(out), " {}-opacity=\"{}\"", of, svg_number(static_cast<double>(c.a)));
    return out;
}

std::string svg_path(const Outline& outline) {
    Pen pen;
    for (const Outline::Piece& p : outline.pieces) {
        switch (p.kind) {
            case Outline::Piece::Kind::move:
                pen.move(p.at);
                break;
            case Outline::Piece::Kind::line:
                pen.line(p.at);
                break;
            case Outline::Piece::Kind::arc:
                pen.arc(p);
                break;
            case Outline::Piece::Kind::close:
                pen.close();
                break;
        }
    }
    return std::move(pen.data);
}

std::string svg_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace ravine
