assumption ward "Trained staff are within hearing of the pump." {
    if_false: "An alarm is heard late."
}
