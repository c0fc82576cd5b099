/// One of everything that an editor has to colour. `"quoted"` and // no comment in here.
system pump "Pump" {
    version:       "2.3 \"beta\"\u{2014}final"
    support_until: 2036-12-31
}
import std.medical
import "hospital.tm" // a file beside this one

type Socket : port { medium: wired, offers: [ip], text: "plain {braces} stay" }
enum side {
    left  "Left"
    right "Right"
}
attribute flow.side  : one of left, right "On which side is {self}?"
attribute port.peers : list of external type
define port.sides : list of text = [each f in self.inbound where (f.side == left)]

boundary unit "Unit" : DeviceEnclosure {
    process app {
        port lan : Socket { flow: yes, data: no, default: unknown }
        store data { holds: [] }
    }
}
flow order "Order": bay.station -> unit.app.lan
    over Mqtt { carries: [rate, dose], hops: 12 }
flow both: a <-> b

rule SPF01 "{f.source} can be impersonated" : Spoofing {
    for flow f where (f.crosses)
    applies when   f.encrypted == no and not f.local
        or (count x in f.peers where (x is not Trusted)) > 1
    mitigated when f.authentication in [source, mutual] or f.kind not in known
    statement: """
        Somebody poses as {f.source.name}.
        """
}
control tls : MutualTls { provides { encrypted: yes } }
scheme own { matrix { minor: [low, high] } }
respond SPF01 @ unit.app.lan { accept: "Behind a door." }
answer n60.labelling.ports { satisfied: yes }
assert "no way in": not reaches(internet, unit.app)
test "it fires" {
    expect SPF01 @ order open
}
extend unit { café: "é", count: 3 }
