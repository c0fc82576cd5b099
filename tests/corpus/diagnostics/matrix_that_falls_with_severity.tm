scale ease "Ease" { hard, easy }
scale damage "Damage" { slight, grave }
scale class "Class" { green, red }
scheme house "House rules" {
    version: "1"
    policy: "Decided by the risk board."
    exploitability: ease
    severity: damage
    level: class
    acceptable: [green]
    start { internal: hard, physical: hard, adjacent: easy, network: easy, internet: easy }
    reduces { credential: 1, user_action: 1, equipment: 1, insider: 1, foothold: 1, inherent_design: 1, protective: 1, information: 0 }
    severities { negligible: slight, minor: slight, serious: grave, critical: grave, catastrophic: grave }
    matrix {
        slight: [green, red]
        grave: [green, green]
    }
}
