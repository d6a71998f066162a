#include "bench/window/hand.h"

#include <chrono>
#include <cmath>
#include <csignal>
#include <numbers>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/e2e/process.h"

namespace ravine_bench {

namespace {

constexpr double between = 0.06;  // seconds between the parts of a click
constexpr double turn_seconds = 2;

std::string move_line(Spot to) { return fmt::format("mousemove {} {}\n", std::lround(to.x), std::lround(to.y)); }

}  // namespace

double now_ms() { return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count(); }

Hand::Hand() : xdotool_(nullptr) {
    if (!ravine_test::on_path("xdotool")) throw std::runtime_error("xdotool is missing: './dev bench' installs it");
    // Where xdotool has gone, writing to it is to fail rather than to end this program.
    std::signal(SIGPIPE, SIG_IGN);
    xdotool_ = ::popen("exec xdotool -", "w");
    if (xdotool_ == nullptr) throw std::runtime_error("cannot start xdotool");
}

Hand::~Hand() { ::pclose(xdotool_); }

double Hand::tell(const std::string& lines) {
    const double now = now_ms();
    if (std::fputs(lines.c_str(), xdotool_) < 0 || std::fflush(xdotool_) != 0)
        throw std::runtime_error("xdotool ended by itself: is there a screen?");
    return now;
}

double Hand::move(Spot to) { return tell(move_line(to)); }
double Hand::press() { return tell("mousedown 1\n"); }
double Hand::release() { return tell("mouseup 1\n"); }
double Hand::release_at(Spot to) { return tell(move_line(to) + "mouseup 1\n"); }
double Hand::wheel_up() { return tell("click 4\n"); }
double Hand::wheel_down() { return tell("click 5\n"); }

double Hand::click(Spot at) {
    const double told = move(at);
    ravine_test::pause(between);
    press();
    ravine_test::pause(between);
    release();
    return told;
}

Spot Circle::at(double turns) const {
    const double towards_angle = std::atan2(towards.y - from.y, towards.x - from.x);
    const Spot middle{from.x + radius * std::cos(towards_angle), from.y + radius * std::sin(towards_angle)};
    const double angle = towards_angle + std::numbers::pi * (1 + 2 * turns);
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
}

Dragged drag_around(Hand& hand, const Circle& circle, double seconds) {
    hand.move(circle.from);
    ravine_test::pause(between);
    hand.press();
    ravine_test::pause(between);
    Dragged dragged;
    dragged.from = dragged.to = now_ms();
    while (dragged.seconds() < seconds) {
        dragged.at = circle.at((dragged.seconds() + drag_interval) / turn_seconds);
        dragged.to = hand.move(dragged.at);
        ravine_test::pause(drag_interval);
    }
    return dragged;
}

}  // namespace ravine_bench
