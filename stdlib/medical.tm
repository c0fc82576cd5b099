/// Everything for models of medical devices in one import.
import std.data
import std.protocols
import std.ports
import std.components
import std.people
import std.environment
import std.controls
import std.risk
import std.paths
import std.controls_use
import std.views
